export { type Agreed, type OpenNote, State } from "./state.ts";
export { StateError, type StateErrorReason } from "./state-error.ts";
