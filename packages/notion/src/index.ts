export { CAPABILITIES, openAdapter } from "./adapter.ts";
export { LIMITS } from "./limits.ts";
