export { columnLetters, type CsvOptions, csvText } from "./csv.ts";
export { fileName, type Grid, renderFolder, type RenderOptions, renderTable } from "./folder.ts";
