export { AdapterError, type ErrorText } from "./adapter-error.ts";
export { type Capabilities, type Capability, CAPABILITIES, type Lack, no, type Support, YES } from "./capability.ts";
export { type Adapter, type FieldInfo, type Merge, type SheetInfo } from "./port.ts";
export { type PromiseAdapter, toPromises } from "./promises.ts";
