export * from "./adapter/index.ts";
export * from "./example/index.ts";
export * from "./generate/index.ts";
export * from "./oracle/index.ts";
export * from "./render/index.ts";
export * from "./corpus/index.ts";
export * from "./tool/index.ts";
