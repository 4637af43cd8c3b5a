import { defaultSection } from "@minga/core/chile";
import { describe, expect, test } from "vitest";
import { inspectSheets, type RawBatch, type SheetPreview, SURE, type TableProposal } from "../../src/index.ts";
import { type RealisticSheet, SHEETS } from "./sheets.ts";

const groupTypes = [
  { value: "local", label: { es: "Grupo local", en: "Local group" }, aliases: ["local"] },
  { value: "commission", label: { es: "Comisión ad hoc", en: "Ad hoc commission" }, aliases: ["comisión"] },
];

const previewOf = ({ file, lines }: RealisticSheet): SheetPreview => {
  const filled = lines.flatMap((line, at) => (line === "" ? [] : [{ row: at + 1, cells: line.split("|") }]));
  const width = Math.max(...filled.map(({ cells }) => cells.length));
  const batch: RawBatch = {
    rows: filled.map(({ row }) => row),
    columns: Array.from({ length: width }, (_, column) => filled.map(({ cells }) => cells[column] ?? "")),
  };
  return { place: { source: file }, batch };
};

/** Each sheet by itself, as when it is the only one that a person has. */
const tableIn = (sheet: RealisticSheet): TableProposal =>
  inspectSheets([previewOf(sheet)], { section: defaultSection, groupTypes })[0]!.tables[0]!;

describe.each(SHEETS.map((sheet) => [sheet.file, sheet] as const))("%s", (_, sheet) => {
  const found = tableIn(sheet);

  test("is taken for the right table, or asked about", () => {
    expect(found.table?.table).toBe(sheet.table);
    expect(found.layout).toBe(sheet.layout ?? "long");
  });

  test("nothing that is sure is wrong", () => {
    const sure = found.columns.flatMap(({ header, best }) =>
      best !== undefined && best.confidence >= SURE && best.field !== sheet.fields[header]
        ? [`${header}: ${best.field}`]
        : [],
    );
    expect(sure).toEqual([]);
  });
});

test("at least nine of ten columns of all the sheets are proposed for the right field, and most without a question", () => {
  const all = SHEETS.flatMap((sheet) => {
    const { columns } = tableIn(sheet);
    return Object.entries(sheet.fields).map(([header, field]) => ({
      what: `${sheet.file} ${header}: ${field}`,
      best: columns.find((column) => column.header === header)?.best,
      field,
    }));
  });
  const wrong = all.filter(({ best, field }) => best?.field !== field);
  const asked = all.filter(({ best, field }) => best?.field === field && best.confidence < SURE);
  expect(wrong.length / all.length).toBeLessThanOrEqual(0.1);
  expect((all.length - wrong.length - asked.length) / all.length).toBeGreaterThan(0.8);
});
