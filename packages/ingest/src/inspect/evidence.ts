import { columnSpec, type TableName } from "@minga/core";
import { SlashDate, Unreadable } from "../coerce/cell.ts";
import { dayCoercer } from "../coerce/day.ts";
import { numberCoercer } from "../coerce/number.ts";
import type { RawValue } from "../raw.ts";
import type { ColumnProposal } from "./proposal.ts";

/** In which order the dates with slashes of a column are written; undefined where it has none that could be read two ways. */
export const dateEvidence = (
  table: TableName,
  field: string,
  cells: readonly RawValue[],
): ColumnProposal["dates"] | undefined => {
  if (columnSpec(table, field).kind !== "day") return undefined;
  const coerce = dayCoercer({ zone: "UTC", order: undefined, takesSeveral: true });
  const dates = cells.flatMap((cell) => {
    const read = typeof cell === "string" && cell !== "" ? coerce(cell.trim()) : undefined;
    return read instanceof SlashDate ? [read] : [];
  });
  if (dates.length === 0) return undefined;
  const dayFirst = dates.some(({ monthFirst }) => monthFirst === undefined);
  const monthFirst = dates.some(({ dayFirst: day }) => day === undefined);
  if (dayFirst && monthFirst) return "both";
  return dayFirst ? "dmy" : monthFirst ? "mdy" : "untold";
};

/** How the numbers of a column are written; undefined where that does not matter. */
export const numberEvidence = (
  table: TableName,
  field: string,
  cells: readonly RawValue[],
): ColumnProposal["numbers"] | undefined => {
  if (columnSpec(table, field).kind !== "number") return undefined;
  const texts = cells.filter((cell): cell is string => typeof cell === "string" && cell.trim() !== "");
  const either = numberCoercer(undefined);
  const open = texts.filter((text) => {
    const read = either(text.trim());
    return read instanceof Unreadable && read.code === "ambiguous-number";
  });
  if (open.length === 0) return undefined;
  const others = texts.filter((text) => /[.,]/.test(text) && !open.includes(text));
  const fits = (style: "es" | "en"): boolean =>
    others.length > 0 && others.every((text) => !(numberCoercer(style)(text.trim()) instanceof Unreadable));
  const [es, en] = [fits("es"), fits("en")];
  return es === en ? "untold" : es ? "es" : "en";
};
