export { EXAMPLE_AS_OF, exampleRecords, exampleSection } from "./example.ts";
export { type Fault, FAULTS } from "./faults.ts";
