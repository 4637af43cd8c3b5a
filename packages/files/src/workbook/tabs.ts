import type { Merge } from "@minga/sync";
import { readOds, readXlsx, type Sheet, streamXlsxRows } from "hucre";

/** A tab of a workbook, and what its cells are beside their values. */
export interface Tab {
  readonly name: string;
  /** Its position in the workbook, charts counted. */
  readonly index: number;
  readonly hidden: boolean;
  readonly merges: readonly Merge[];
  /** The columns (0 is A) that hold a formula, by row as a spreadsheet numbers it; empty where that is not looked at. */
  readonly formulas: ReadonlyMap<number, ReadonlySet<number>>;
}

/**
 * In a larger file merges and formulas are not looked at: it takes the whole sheet in memory. Rows are read in a stream
 * whatever the size.
 */
const LARGEST_LOOKED_AT = 2 ** 21;

/** The tabs of an .xlsx file; charts that fill a tab of their own are left out. */
export const tabsOfXlsx = async (bytes: Uint8Array): Promise<readonly Tab[]> => {
  const names: { name: string; hidden: boolean }[] = [];
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      names.push({ name, hidden: hidden === true || veryHidden === true });
      return false;
    },
  });
  const tabs: Tab[] = [];
  for (const [index, { name, hidden }] of names.entries()) {
    const facts = bytes.length <= LARGEST_LOOKED_AT ? await factsOfTab(bytes, name) : await nothingOf(bytes, name);
    if (facts !== undefined) tabs.push({ ...facts, name, index, hidden });
  }
  return tabs;
};

type Facts = Pick<Tab, "merges" | "formulas">;

const factsOfTab = (bytes: Uint8Array, wanted: string): Promise<Facts | undefined> =>
  unlessChart(async () => {
    const { sheets } = await readXlsx(bytes, { sheets: ({ name }) => name === wanted });
    return sheets[0] === undefined ? undefined : factsOf(sheets[0]);
  });

/** Only whether it is a sheet: its stream begins at once, where reading it unpacks it whole. */
const nothingOf = (bytes: Uint8Array, sheet: string): Promise<Facts | undefined> =>
  unlessChart(async () => {
    await streamXlsxRows(bytes, { sheet, maxRows: 1 }).next();
    return NOTHING;
  });

/** Undefined for a chart, for which the library finds no sheet. */
const unlessChart = async (look: () => Promise<Facts | undefined>): Promise<Facts | undefined> => {
  try {
    return await look();
  } catch (error) {
    if (error instanceof Error && error.message.includes("missing worksheet file")) return undefined;
    throw error;
  }
};

/** The tabs of an .ods file. */
export const tabsOfOds = async (bytes: Uint8Array): Promise<readonly Tab[]> =>
  (await readOds(bytes)).sheets.map((sheet, index) => ({
    ...factsOf(sheet),
    name: sheet.name,
    index,
    hidden: sheet.hidden === true,
  }));

const NOTHING = { merges: [], formulas: new Map() } as const;

const factsOf = ({ merges = [], cells }: Sheet): Pick<Tab, "merges" | "formulas"> => {
  const formulas = new Map<number, Set<number>>();
  for (const [key, { formula }] of cells ?? []) {
    if (formula === undefined) continue;
    const [row, column] = key.split(",").map(Number);
    const columns = formulas.get(row! + 1);
    if (columns === undefined) formulas.set(row! + 1, new Set([column!]));
    else columns.add(column!);
  }
  return {
    merges: merges.map(({ startRow, endRow, startCol, endCol }) => ({
      firstRow: startRow,
      lastRow: endRow,
      firstColumn: startCol,
      lastColumn: endCol,
    })),
    formulas,
  };
};
