export { CAPABILITIES, filesAdapter } from "./adapter.ts";
export {
  type Config,
  ConfigError,
  type ConfigOptions,
  formatConfigProblem,
  readConfig,
  readStrategy,
} from "./config/config.ts";
export { type ConfigProblem } from "./config/document.ts";
export {
  type AddedSource,
  type ConfigEdits,
  editConfig,
  editedConfig,
  type Fact,
  type Renaming,
} from "./config/edit-config.ts";
export { isoRegions } from "./config/iso-regions.ts";
export { configJsonSchema } from "./config/schema.ts";
export { type CsvStyle } from "./csv/csv-file.ts";
export { type Encoding, type Separator } from "./csv/dialect.ts";
export { type CsvOptions, type CsvValue, toCsv } from "./csv/write.ts";
export { Link, toXlsx } from "./workbook/write.ts";
export { FilesError, type FilesErrorReason } from "./errors.ts";
export { type FirstRecords, firstRecords } from "./inspect/first-records.ts";
export { type HeaderChange, isAbout } from "./inspect/header-changes.ts";
export { inspectSources, type InspectedSheet, type SourcesInspection } from "./inspect/inspect-sources.ts";
export { type Progress, readFile, readFolder, type Reading, type ReadOptions, readSources } from "./read-folder.ts";
export {
  type FileMapping,
  type FileSource,
  type FolderSource,
  type OpenTool,
  type Source,
  type SourceName,
  type ToolSource,
} from "./sources.ts";
export { type TablesToKeep, tablesToKeep } from "./keep/wanted-tables.ts";
export { folderTarget } from "./target/folder-target.ts";
