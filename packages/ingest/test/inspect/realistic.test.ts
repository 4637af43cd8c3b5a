import { defaultSection } from "@minga/core/chile";
import { describe, expect, test } from "vitest";
import { inspectSheets, SURE, type TableProposal } from "../../src/index.ts";
import { previewOf, type RealisticSheet } from "./sheet.ts";
import { SHEETS } from "./sheets.ts";

const groupTypes = [
  { value: "local", label: { es: "Grupo local", en: "Local group" }, aliases: ["local"] },
  { value: "commission", label: { es: "Comisión ad hoc", en: "Ad hoc commission" }, aliases: ["comisión"] },
];

/** Each sheet by itself, as when it is the only one that a person has. */
const tableIn = (sheet: RealisticSheet): TableProposal =>
  inspectSheets([previewOf(sheet)], { section: defaultSection, groupTypes })[0]!.tables[0]!;

describe.each(SHEETS.filter(({ table }) => table !== undefined).map((sheet) => [sheet.file, sheet] as const))(
  "%s",
  (_, sheet) => {
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
  },
);

test.each(SHEETS.filter(({ table }) => table === undefined).map((sheet) => [sheet.file, sheet] as const))(
  "%s is of no table, so none is taken without a question",
  (_, sheet) => {
    expect(tableIn(sheet).table?.confidence ?? 0).toBeLessThan(SURE);
  },
);

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
