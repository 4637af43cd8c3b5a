export { describeRequests } from "./describe-requests.ts";
export { describeSync, type SyncSubject } from "./describe-sync.ts";
export { describeTool, type ToolSubject } from "./describe-tool.ts";
export { describeToolUnderFaults } from "./describe-tool-under-faults.ts";
export { emulatedTool, type EmulatedToolOptions } from "./emulated-tool.ts";
export { LEAST_REQUESTS, type LeastRequests, ROW_BYTES } from "./least-requests.ts";
export { memoryTool, type MemoryToolOptions } from "./memory-tool.ts";
export type { Tool, ToolFault, ToolRow } from "./tool.ts";
export { VirtualTime } from "./virtual-time.ts";
