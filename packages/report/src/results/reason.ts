import {
  type Dimension,
  DIMENSIONS,
  type Language,
  parseDay,
  type Reason,
  type TableName,
  tableSpec,
} from "@minga/core";
import { REASONS } from "../text/reasons.ts";
import { FORMATS } from "../text/format.ts";
import { sayIn } from "../text/say.ts";

/**
 * Says why there is no value.
 *
 * @example
 * reasonText({ code: "absent-table", detail: ["people"] }, "en"); // "the table “People” is not there"
 */
export const reasonText = ({ code, detail }: Reason, language: Language): string => {
  const say = sayIn(language);
  const [first = ""] = detail;
  switch (code) {
    case "absent-table":
    case "not-kept":
      return say(REASONS[code], { table: tableSpec(first as TableName).label[language] });
    case "absent-column": {
      const [table = "", name] = first.split(".");
      const spec = tableSpec(table as TableName);
      const column = spec.columns.find((each) => each.name === name)?.label[language] ?? first;
      return say(REASONS[code], { table: spec.label[language], column });
    }
    case "protects-persons":
      return say(REASONS[code], { most: Number(first) - 1 });
    case "unreachable-dimension": {
      const names = detail.map((name) => DIMENSIONS[name as Dimension][language].toLowerCase());
      return say(REASONS[code], { dimensions: FORMATS[language].list(names) });
    }
    case "retired":
      return say(REASONS[code], { day: FORMATS[language].day(parseDay(first)!) });
    case "division-by-zero":
    case "no-rows":
    case "grain":
      return say(REASONS[code]);
  }
};
