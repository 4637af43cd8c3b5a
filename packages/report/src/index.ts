export type { ReportInput, ReportOptions } from "./model/model.ts";
export { renderReport } from "./report.ts";
export { resultsToCsv } from "./results/csv.ts";
export { resultsToJson } from "./results/json.ts";
export { reasonText } from "./results/reason.ts";
export { stateText, statusText } from "./results/words.ts";
