import { LANGUAGES, parseDay } from "@minga/core";
import { type RawBatch, RawDay, RawError } from "@minga/ingest";
import { type Adapter, AdapterError, CAPABILITIES, type Capability, type SheetInfo, toPromises } from "@minga/sync";
import { byColumn, cellsIn } from "./cells.ts";
import type { SeedSheet } from "./seed.ts";

/** What the suite is run with: a test runner's own functions, so that it goes with any. */
export interface Runner {
  readonly describe: (name: string, tests: () => void) => void;
  readonly test: (name: string, run: () => Promise<void>) => void;
  /** Throws where two values differ. */
  readonly equal: (found: unknown, wanted: unknown) => void;
}

/** An adapter under test. */
export interface Subject {
  readonly name: string;
  /** Makes a source that holds these sheets, outside the adapter, and an adapter that reads it. */
  readonly open: (sheets: readonly SeedSheet[]) => Promise<Adapter>;
}

const PEOPLE: SeedSheet = {
  tab: "Personas",
  rows: [
    ["Listado de personas", null, null],
    [null, null, null],
    ["Id", "Nombre", "Edad"],
    ["p1", "Ñandú", 31],
    ["007", "Pérez; Ana", 4.5],
    [null, null, null],
    ["p3", null, 0],
  ],
};

const cellsOf = async (adapter: Adapter, sheet: SheetInfo) => {
  const batches: RawBatch[] = [];
  for await (const batch of toPromises(adapter).read(sheet)) batches.push(batch);
  return cellsIn(batches);
};

/**
 * What every adapter must do: list what there is, give every cell at its place and nothing else, in bounded batches, the same
 * each time, fail with its own typed error, and do what its capabilities say, neither more nor less.
 *
 * @example
 * describeAdapter({ name: "memory", open: async (sheets) => memoryAdapter(sheets) }, { describe, test, equal: (a, b) => expect(a).toEqual(b) });
 */
export const describeAdapter = ({ name, open }: Subject, { describe, test, equal }: Runner): void => {
  const only = async (sheet: SeedSheet) => {
    const adapter = await open([sheet]);
    const [info] = await toPromises(adapter).describe();
    return { adapter, info: info!, ...(await cellsOf(adapter, info!)) };
  };
  /** What a capability promises, or that it is declared to be lacking, with a reason. */
  const capability = (wanted: Capability, check: () => Promise<void>): void =>
    test(`${CAPABILITIES[wanted].en}, or says why not`, async () => {
      const { capabilities } = await open([PEOPLE]);
      const support = capabilities[wanted];
      if (support.supported) await check();
      else
        equal(
          LANGUAGES.map((language) => support.reason[language].length > 0),
          [true, true],
        );
    });

  describe(`the adapter ${name}`, () => {
    test("gives every cell at its place, and nothing else", async () => {
      const { cells } = await only(PEOPLE);
      equal(
        [...cells],
        PEOPLE.rows
          .flatMap((row, index) =>
            row.flatMap((cell, column) => (cell === null ? [] : [[`${index + 1} ${column}`, cell]])),
          )
          .toSorted(byColumn),
      );
    });

    test("gives a long sheet in bounded batches, in order, the same each time", async () => {
      const rows = Array.from({ length: 10_000 }, (_, index) => [`p${index}`, index]);
      const { adapter, info, cells, sizes } = await only({ tab: "Largo", rows: [["Id", "N"], ...rows] });
      equal(cells.size, 20_002);
      equal(cells.get("10001 1"), 9999);
      equal(Math.max(...sizes) <= 8192 && sizes.length > 1, true);
      equal(await cellsOf(adapter, info), { cells, sizes, formulas: [] });
    });

    test("fails with its own error, in both languages, for a sheet that is not there", async () => {
      const adapter = await open([PEOPLE]);
      const [info] = await toPromises(adapter).describe();
      const failure = await cellsOf(adapter, { ...info!, id: "nothing" }).then(
        () => undefined,
        (error: unknown) => error,
      );
      equal(failure instanceof AdapterError, true);
      const error = failure as AdapterError;
      equal(error.isRetryable, false);
      for (const language of LANGUAGES) equal(error.describe(language).suggestion.length > 0, true);
    });

    capability("tabs", async () => {
      const adapter = await open([PEOPLE, { tab: "Hoja 1 (2)", rows: [["a"]] }]);
      const infos = await toPromises(adapter).describe();
      equal(
        infos.map(({ tab }) => tab),
        ["Personas", "Hoja 1 (2)"],
      );
      equal([...(await cellsOf(adapter, infos[1]!)).cells], [["1 0", "a"]]);
    });

    capability("typed-days", async () => {
      const { cells } = await only({
        tab: "Fechas",
        rows: [
          ["Fecha", "Número"],
          [{ day: "2025-03-31" }, 45_747],
        ],
      });
      const day = cells.get("2 0");
      equal(day instanceof RawDay && day.day, parseDay("2025-03-31"));
      equal(cells.get("2 1"), 45_747);
    });

    capability("formula-errors", async () => {
      const { cells } = await only({
        tab: "Errores",
        rows: [
          ["a", "b"],
          [{ error: "#REF!" }, "REF"],
        ],
      });
      const error = cells.get("2 0");
      equal(error instanceof RawError && error.text, "#REF!");
      equal(cells.get("2 1"), "REF");
    });

    capability("formulas", async () => {
      const { cells, formulas } = await only({
        tab: "Fórmulas",
        rows: [
          ["a", "b"],
          [{ formula: "1+1", value: 2 }, 2],
        ],
      });
      equal([cells.get("2 0"), cells.get("2 1"), formulas], [2, 2, ["2 0"]]);
    });

    capability("hidden", async () => {
      const { info, cells } = await only({ tab: "Oculta", hidden: true, rows: [["a"]] });
      equal([info.hidden, [...cells]], [true, [["1 0", "a"]]]);
    });

    capability("merges", async () => {
      const { info } = await only({
        tab: "Combinada",
        merge: [0, 0, 0, 1],
        rows: [
          ["Título", null],
          ["a", "b"],
        ],
      });
      equal(info.kind === "sheet" && info.merges, [{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 1 }]);
    });
  });
};
