import { type Records, TABLES, type TableName } from "@minga/core";
import { generateSection } from "../generate/section.ts";
import { columnLetters, csvText } from "../render/csv.ts";
import { fileName, renderTable, type RenderOptions } from "../render/folder.ts";
import { type Fault, FAULTS } from "./faults.ts";

/** The last day of the example's records. */
export const EXAMPLE_AS_OF = "2026-09-30";

const WRITTEN: RenderOptions = { headers: "es", values: "es", dates: "dd-mm-yyyy", places: "name" };

/** The tables with a column of notes that Minga has no place for. */
const WITH_NOTES: readonly TableName[] = ["people", "activities"];

const NOTES = ["", "", "llamar de nuevo", "", "revisar", "", ""];

/** The example's records as they would be without a fault. */
export const exampleRecords = (): Records =>
  generateSection({ seed: 2024, people: 600, from: "2023-01-01", to: EXAMPLE_AS_OF, places: false });

interface Planted {
  readonly file: string;
  readonly address: string;
  readonly found: string;
  readonly fault: Fault;
}

/** The files of the example by name: CSV with Spanish headers, faults planted, and a README that lists them. */
export const exampleSection = (): ReadonlyMap<string, string> => {
  const records = exampleRecords();
  const files = new Map<string, string>();
  const planted: Planted[] = [];
  for (const table of Object.keys(TABLES) as TableName[]) {
    if (records[table] === undefined) continue;
    const { columns, cells } = renderTable(records, table, WRITTEN);
    const grid = cells.map((row) => [...row]);
    const file = fileName(table, WRITTEN.headers);
    for (const fault of FAULTS.filter((one) => one.table === table)) {
      const line = fault.repeated ? grid.push([...(grid[fault.row + 1] ?? [])]) - 1 : fault.row + 1;
      const row = grid[line];
      if (row === undefined) throw new Error(`${file} has no row ${fault.row}`);
      for (const [column, text] of Object.entries(fault.cells)) {
        const position = columns.indexOf(column);
        if (position < 0) throw new Error(`${file} has no column ${column}`);
        row[position] = text;
      }
      const shown = Math.max(0, columns.indexOf(Object.keys(fault.cells)[0] ?? ""));
      const address = `${columnLetters(shown)}${line + 1}`;
      planted.push({ file, address, found: row[shown] ?? "", fault });
    }
    if (WITH_NOTES.includes(table)) {
      for (const [line, row] of grid.entries()) {
        row.push(line === 0 ? "Observaciones" : (NOTES[line % NOTES.length] ?? ""));
      }
    }
    files.set(file, csvText(grid, WRITTEN));
  }
  files.set("README.md", readme(planted));
  return files;
};

const lines = (planted: readonly Planted[], language: "es" | "en", empty: string): string =>
  planted
    .map(({ file, address, found, fault }) => {
      const cell = found === "" ? empty : `\`${found}\``;
      return `| ${file} ${address} | ${cell} | ${fault[language]} |`;
    })
    .join("\n");

const readme = (planted: readonly Planted[]): string => `# Sección de ejemplo

Una sección inventada de unas 600 personas, de 2023 al 30 de septiembre de 2026. Nadie existe: los nombres se armaron al
azar, los correos son de example.org, los RUT tienen el dígito verificador malo y los teléfonos no se asignan. La escribe
\`npm run example -w packages/testing\`, siempre igual; no se edita a mano.

    npx minga evaluate examples/seccion-ejemplo --as-of ${EXAMPLE_AS_OF}

## Faltas puestas a propósito

Como en las planillas de verdad, no todo está bien. Además, \`personas.csv\` y \`actividades.csv\` tienen una columna
«Observaciones» que no es del modelo.

| celda | dice | qué pasa |
|---|---|---|
${lines(planted, "es", "(vacía)")}

# Example section

A made section of about 600 people, from 2023 to 30 September 2026. Nobody exists: names were put together at random,
addresses are at example.org, every RUT has a wrong check digit and the telephone numbers are not given out. It is written by
\`npm run example -w packages/testing\`, always the same; do not edit it by hand.

## Faults planted on purpose

As in real sheets, not everything is right. Besides, \`personas.csv\` and \`actividades.csv\` have a column
"Observaciones" that the model does not know.

| cell | says | what comes of it |
|---|---|---|
${lines(planted, "en", "(empty)")}
`;
