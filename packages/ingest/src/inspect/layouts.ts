import { columnSpec, fold, type TableName, type Text } from "@minga/core";
import type { SourceMapping } from "../mapping.ts";
import { isBlank } from "../coerce/cell.ts";
import { type RawValue, textOfRaw } from "../raw.ts";
import type { InspectedColumn } from "./columns.ts";
import { headerWords } from "./header-words.ts";
import { type ColumnProposal, SURE } from "./proposal.ts";
import { isAboutReaching, namesCoordinator } from "./who.ts";

/** A column as it stands in the sheet. */
export interface LaidColumn extends InspectedColumn {
  readonly cells: readonly RawValue[];
}

/** Columns of ticks side by side. */
export interface Ticks {
  readonly from: number;
  readonly to: number;
}

/** So many columns of ticks make a grid. */
const LEAST_TICKS = 3;
/** Such a share of their cells must be ticks: someone types a note among them. */
const TICKS = 0.8;

/** Finds a grid of ticks: columns side by side whose cells say whether somebody came. Columns without any tick may lie among them. */
export const ticksIn = (columns: readonly LaidColumn[]): Ticks | undefined => {
  const status = columnSpec("participations", "status");
  const kinds = columns.map(({ shape, header, cells }): "ticks" | "blank" | "other" => {
    if (header === "") return "other";
    if (shape.filled === 0) return "blank";
    const known = new Set([...shape.values].filter((text) => isTick(text, status.values)));
    const filled = cells.filter((cell) => !isBlank(cell));
    const ticks = filled.filter((cell) => known.has(textOfRaw(cell).trim()));
    return ticks.length / filled.length >= TICKS ? "ticks" : "other";
  });
  let best: Ticks | undefined;
  for (let from = 0; from < kinds.length; from++) {
    if (kinds[from] !== "ticks" || kinds[from - 1] === "ticks") continue;
    let to = from;
    for (let at = from; at < kinds.length && kinds[at] !== "other"; at++) if (kinds[at] === "ticks") to = at;
    const count = kinds.slice(from, to + 1).filter((kind) => kind === "ticks").length;
    const size = best === undefined ? LEAST_TICKS - 1 : best.to - best.from + 1;
    if (count >= LEAST_TICKS && to - from + 1 > size) best = leftOf(columns, from, to);
  }
  return best;
};

/** Sessions before the first tick that are named like the ones in the grid belong to it. */
const leftOf = (columns: readonly LaidColumn[], from: number, to: number): Ticks => {
  const form = formOf(columns[from]!.header);
  let first = from;
  while (first > 0 && columns[first - 1]!.shape.filled === 0 && formOf(columns[first - 1]!.header) === form) first--;
  let last = to;
  while (
    last + 1 < columns.length &&
    columns[last + 1]!.shape.filled === 0 &&
    formOf(columns[last + 1]!.header) === form
  )
    last++;
  return { from: first, to: last };
};

/** `S1` and `S11` have one form. */
const formOf = (header: string): string => fold(header).replaceAll(/\d+/g, "0");

const isTick = (
  text: string,
  values: readonly { readonly value: string; readonly label: Text; readonly aliases: readonly string[] }[],
): boolean =>
  values.some(({ value, label, aliases }) =>
    [value, label.es, label.en, ...aliases].some((word) =>
      fold(word) === "" ? word === text : fold(word) === fold(text),
    ),
  );

/** `S1`, `Sesión 3`, `Clase 2`: sessions of an activity that another column names. */
const SESSION = /^(?:s|ses|sesion|session|clase|semana|week|dia|day|mod|modulo|encuentro|t|w)\s?\d+$/;

/** How a grid is declared, given what its other columns are as participations. */
export const gridMapping = (
  { from, to }: Ticks,
  columns: readonly LaidColumn[],
  proposals: readonly ColumnProposal[],
): SourceMapping["grid"] => {
  const activity = proposals.find(({ best }) => best?.field === "activity" && best.confidence >= SURE);
  const name = (index: number): string => columns[index]!.header;
  const ends = { from: name(from), to: name(to) };
  if (activity === undefined || !SESSION.test(fold(name(from)))) return ends;
  // What names an activity of another sheet is that activity, whatever the session.
  const isWhole = columns[activity.index]!.namesRowsOf.includes("activities");
  return { ...ends, key: isWhole ? `{${activity.header}}` : `{${activity.header}}-{header}` };
};

const SEVERAL = /[;|\n]/;
/** Such a share of the cells holds several names. */
const JOINED = 0.25;
const PARTICIPANTS: ReadonlySet<string> = new Set(["persona", "asistencia"]);

/** A further table that the same rows make, and how. */
interface AlsoMapping {
  readonly layout: "joined" | "embedded";
  readonly mapping: SourceMapping;
}

/** Further tables that the rows of a table make: its participants, members or coordinators, named in a cell. */
export const alsoMappings = (
  table: TableName,
  columns: readonly LaidColumn[],
  proposals: readonly ColumnProposal[],
): readonly AlsoMapping[] => {
  const key = proposals.find(({ best }) => best?.field === "id" && best.confidence >= SURE);
  const own = key ?? proposals.find(({ best }) => best?.field === "name" && best.confidence >= SURE);
  if (own === undefined || (table !== "groups" && table !== "activities")) return [];
  return columns.flatMap(({ header, cells, shape }, index): readonly AlsoMapping[] => {
    const { best } = proposals[index]!;
    if (shape.filled === 0 || header === "" || (best !== undefined && best.confidence >= SURE)) return [];
    const words = headerWords(header);
    if (isAboutReaching(words)) return [];
    const held = cells.filter((cell) => !isBlank(cell)).map(textOfRaw);
    const several = held.filter((text) => SEVERAL.test(text)).length / held.length;
    if (table === "groups" && namesCoordinator(header) && held.every((text) => /\p{L}/u.test(text))) {
      return [
        {
          layout: "embedded",
          mapping: {
            table: "memberships",
            columns: { group: own.header },
            constants: { role: "coordinator" },
            joined: { column: header },
          },
        },
      ];
    }
    if (several < JOINED || ![...words].some((word) => PARTICIPANTS.has(word))) return [];
    const mapping: SourceMapping =
      table === "groups"
        ? { table: "memberships", columns: { group: own.header }, joined: { column: header } }
        : { table: "participations", columns: { activity: own.header }, joined: { column: header } };
    return [{ layout: "joined", mapping }];
  });
};

const MONTHS =
  /^(?:(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|january|february|march|april|may|june|july|august|september|october|november|december|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|dezembro|ene|feb|mar|abr|jun|jul|ago|sep|sept|oct|nov|dic)(?: \d{2,4})?|\d{4}|\d{4} \d{1,2}|\d{1,2} \d{4})$/;

/** What the names of tabs with the same header say of their rows: the group, where they are no months. */
export const tabConstant = (table: TableName, names: readonly string[], name: string): string | undefined => {
  if (table !== "memberships" && table !== "activities") return undefined;
  const plain = names.map((each) => each.trim());
  if (plain.every((each) => MONTHS.test(fold(each)))) return undefined;
  const start = commonStart(plain);
  return name.trim().slice(start.length).trim() || undefined;
};

/** The words that all the names begin with. */
const commonStart = (names: readonly string[]): string => {
  const words = names.map((name) => name.split(/(?<=\s)/));
  const first = words[0]!;
  let count = 0;
  while (count < first.length - 1 && words.every((each) => each[count] === first[count])) count++;
  return first.slice(0, count).join("");
};
