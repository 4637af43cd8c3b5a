import type { Standing } from "./run.ts";
import type { Row, Rows, Story } from "./story.ts";

/** Tables with their rows in the order of their keys: where a row stands is the tool's business. */
export const inOrder = ({ tool, folder }: Standing): Standing => ({ tool: sorted(tool), folder: sorted(folder) });

const sorted = (rows: Rows): Rows =>
  Object.fromEntries(
    Object.entries(rows).map(([table, each]) => [table, each.toSorted((a, b) => compared(a["Id"], b["Id"]))]),
  );

const compared = (a = "", b = ""): number => (a < b ? -1 : a > b ? 1 : 0);

/** A row as a text, whatever the order of its fields. */
const textOf = (row: Row): string => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => compared(a, b)));

/**
 * What a cut command may not leave, in words: a row twice, a row gone, a row that stands neither as before nor as it is to stand. A row goes
 * to each tool in one request, so that none is half written.
 */
export const damageIn = (standing: Standing, { before, after }: Story): readonly string[] =>
  (["tool", "folder"] as const).flatMap((place) =>
    Object.entries(standing[place]).flatMap(([table, rows]) => {
      const keys = rows.map(({ Id }) => Id);
      const known = new Set([...before[place][table]!, ...after[place][table]!].map(textOf));
      return [
        ...keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${place}, ${table}: ${key} twice`),
        ...before[place][table]!.filter(({ Id }) => !keys.includes(Id)).map(({ Id }) => `${place}, ${table}: no ${Id}`),
        ...rows.filter((row) => !known.has(textOf(row))).map((row) => `${place}, ${table}: ${textOf(row)}`),
      ];
    }),
  );

/** How far a cut command had come with the rows that it is about. */
export const progressIn = (standing: Standing, { before, after }: Story): "nothing" | "some" | "all" => {
  const parts = (["tool", "folder"] as const).flatMap((place) =>
    Object.entries(after[place]).flatMap(([table, rows]) => {
      const [old, now] = [before[place][table]!, standing[place][table]!].map((each) => new Set(each.map(textOf)));
      return rows.filter((row) => !old!.has(textOf(row))).map((row) => now!.has(textOf(row)));
    }),
  );
  return parts.every(Boolean) ? "all" : parts.some(Boolean) ? "some" : "nothing";
};
