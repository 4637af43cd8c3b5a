export { strategyChangesSchema } from "./changes.ts";
export { fileObject } from "./file-object.ts";
export { type Reading, readWith } from "./issues-of.ts";
export { type JsonSchema, jsonSchemas } from "./json-schemas.ts";
export { parseSection, SectionError } from "./parse-section.ts";
export { parseStrategy, writeStrategy } from "./parse-strategy.ts";
export { type SectionFacts, sectionSchema } from "./section.ts";
export { strategySchema } from "./strategy.ts";
export { formatIssue, formatPath, type Issue, type Path } from "../strategy/issue.ts";
