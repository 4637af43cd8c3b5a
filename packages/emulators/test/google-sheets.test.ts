import { describe, expect, test } from "vitest";
import { type SeedCell, createEmulator, virtualClock } from "../src/index.ts";

function file(rows: readonly (readonly SeedCell[])[], locale = "en_US") {
  const emulator = createEmulator("google-sheets", { limits: false });
  const id = emulator.state.add({ locale, sheets: [{ title: "Hoja", rows, rowCount: 20, columnCount: 8 }] });
  const ask = (method: string, rest: string, body?: object) => {
    const url = `/v4/spreadsheets/${id}${rest}`;
    const request = {
      method,
      url,
      headers: { authorization: "Bearer t" },
      body: body === undefined ? "" : JSON.stringify(body),
    };
    const reply = emulator.handle(request).settle();
    if (reply === "reset") throw new Error("no fault was asked for");
    return JSON.parse(reply.body) as Readonly<Record<string, unknown>>;
  };
  const append = (range: string, values: readonly unknown[][], more = "") =>
    ask("POST", `/values/${range}:append?valueInputOption=RAW${more}`, { values });
  const shown = (range = "Hoja", more = "") => ask("GET", `/values/${range}${more}`)["values"];
  const batch = (...requests: readonly object[]) => ask("POST", ":batchUpdate", { requests });
  return { emulator, ask, append, shown, batch, state: emulator.state };
}

describe("append finds a table by itself", () => {
  // The example of the documentation: one table at A1:C2, another at B4:D6.
  const two = [["a", "b", "c"], ["a", "b", "c"], [], ["", "b", "c", "d"], ["", "b", "c", "d"], ["", "b", "c", "d"]];

  test.each([
    ["Hoja", "Hoja!B7", "Hoja!B4:D6"],
    ["Hoja!C5:D5", "Hoja!B7", "Hoja!B4:D6"],
    ["Hoja!B2:D4", "Hoja!B7", "Hoja!B4:D6"],
    ["Hoja!A3:G10", "Hoja!B7", "Hoja!B4:D6"],
    ["Hoja!A1", "Hoja!A3", "Hoja!A1:C2"],
    ["Hoja!E4", "Hoja!E4", undefined],
    ["Hoja!A4", "Hoja!A4", undefined],
  ])("%s: rows go to %s", (range, updatedRange, tableRange) => {
    const answer = file(two).append(range, [["x"]]);
    expect(answer["updates"]).toMatchObject({ updatedRange });
    expect(answer["tableRange"]).toBe(tableRange);
  });

  test("an empty cell inside the row shifts the next one to the right, every time", () => {
    const { append, state } = file([]);
    for (let time = 0; time < 3; time++) append("Hoja", [["x", "", "z"]]);
    expect(state.values("Hoja")).toEqual([
      ["x", "", "z"],
      ["", "", "x", "", "z"],
      ["", "", "", "", "x", "", "z"],
    ]);
  });

  test("the grid grows; INSERT_ROWS pushes what stands below", () => {
    const full = file(Array.from({ length: 20 }, (_, index) => [`r${index}`]));
    expect(full.append("Hoja", [["new"]])["updates"]).toMatchObject({ updatedRange: "Hoja!A21" });
    const below = file([["a"], [], ["note"]]);
    below.append("Hoja!A1", [["b"], ["c"]], "&insertDataOption=INSERT_ROWS");
    expect(below.state.values("Hoja")).toEqual([["a"], ["b"], ["c"], [], ["note"]]);
  });
});

describe("rows and columns move", () => {
  test("and merges, protection, names and tags go with them", () => {
    const { batch, ask, emulator } = file([
      ["Id", "Nombre"],
      ["p1", "Ana"],
      ["p2", "Luz"],
    ]);
    const rows = { sheetId: 0, dimension: "ROWS" };
    batch(
      { mergeCells: { range: { startRowIndex: 5, endRowIndex: 7, startColumnIndex: 0, endColumnIndex: 2 } } },
      { addNamedRange: { namedRange: { name: "Cabecera", range: { startRowIndex: 0, endRowIndex: 1 } } } },
      ...[1, 2].map((at) => ({
        createDeveloperMetadata: {
          developerMetadata: {
            metadataKey: "row",
            metadataValue: `p${at}`,
            visibility: "DOCUMENT",
            location: { dimensionRange: { ...rows, startIndex: at, endIndex: at + 1 } },
          },
        },
      })),
    );
    emulator.asUser((user) => {
      user.insertRows("Hoja", 1, 3);
      user.deleteRows("Hoja", 4);
    });
    expect(ask("GET", "?fields=sheets(merges),namedRanges.range")).toEqual({
      sheets: [{ merges: [{ startRowIndex: 7, endRowIndex: 9, startColumnIndex: 0, endColumnIndex: 2 }] }],
      namedRanges: [{ range: { startRowIndex: 0, endRowIndex: 1 } }],
    });
    const found = ask("POST", "/developerMetadata:search", {
      dataFilters: [{ developerMetadataLookup: { metadataKey: "row" } }],
    });
    expect(found["matchedDeveloperMetadata"]).toMatchObject([
      {
        developerMetadata: {
          metadataValue: "p2",
          location: { locationType: "ROW", dimensionRange: { startIndex: 4, endIndex: 5 } },
        },
      },
    ]);
  });

  test("a person sorts, with blanks last, renames, moves a column", () => {
    const { emulator, state } = file([
      ["Id", "Edad"],
      ["p1", 30],
      ["p2", ""],
      ["p3", 9],
      ["p4", "x"],
    ]);
    emulator.asUser((user) => {
      user.sort("Hoja", 1);
      user.renameSheet("Hoja", "Personas");
      user.moveColumns("Personas", 1, 0);
    });
    expect(state.values("Personas")).toEqual([
      ["Edad", "Id"],
      [9, "p3"],
      [30, "p1"],
      ["x", "p4"],
      ["", "p2"],
    ]);
    emulator.asUser((user) => user.sort("Personas", 0, { descending: true }));
    expect(state.values("Personas").map(([age]) => age)).toEqual(["Edad", "x", 30, 9, ""]);
  });
});

describe("cells", () => {
  test("a masked write leaves formats, notes and validation; a formula keeps what it came to", () => {
    const { batch, state, shown } = file([
      [
        { userEnteredValue: { numberValue: 1 }, note: "n", dataValidation: { strict: true } },
        { formula: "=1+1", value: 2 },
      ],
    ]);
    batch({
      updateCells: {
        start: { rowIndex: 0, columnIndex: 0 },
        rows: [
          { values: [{ userEnteredValue: { stringValue: "x" } }, { userEnteredValue: { formulaValue: "=2+2" } }] },
        ],
        fields: "userEnteredValue",
      },
    });
    expect(state.cell("Hoja!A1")).toEqual({ entered: { stringValue: "x" }, note: "n", validation: { strict: true } });
    expect(shown("Hoja", "?valueRenderOption=FORMULA")).toEqual([["x", "=2+2"]]);
    expect(shown("Hoja", "?valueRenderOption=UNFORMATTED_VALUE")).toEqual([["x", 2]]);
    batch({
      updateCells: {
        range: { startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 },
        fields: "userEnteredValue",
      },
    });
    expect(state.cell("Hoja!A1")).toEqual({ note: "n", validation: { strict: true } });
    expect(shown()).toBeUndefined();
  });

  test("null skips, no letters empty, and only what was written is counted", () => {
    const { ask, state } = file([
      ["a", "b"],
      ["c", "d"],
    ]);
    const answer = ask("PUT", "/values/Hoja!A1:B2?valueInputOption=RAW&includeValuesInResponse=true", {
      values: [
        [null, ""],
        [null, null],
      ],
    });
    expect(answer).toMatchObject({
      updatedRows: 1,
      updatedColumns: 1,
      updatedCells: 1,
      updatedData: { values: [["a"], ["c", "d"]] },
    });
    expect(state.values("Hoja")).toEqual([["a"], ["c", "d"]]);
  });

  test("writing past the range or the grid is refused", () => {
    const { ask } = file([]);
    const put = (range: string) =>
      ask("PUT", `/values/${range}?valueInputOption=RAW`, { values: [["a", "b"]] })["error"];
    expect(put("Hoja!A1:A2")).toMatchObject({
      message: "Requested writing within range [Hoja!A1:A2], but tried writing to column [B]",
    });
    expect(put("Hoja!H1")).toMatchObject({
      message: "Range (Hoja!H1:I1) exceeds grid limits. Max rows: 20, max columns: 8",
    });
  });

  test.each([
    ["en_US", "3/8/2025", "3/8/2025", 45724],
    ["es_CL", "3/8/2025", "03-08-2025", 45872],
    ["es_CL", "1.234,50", "1234,5", 1234.5],
    ["en_US", "12.5%", "12.50%", 0.125],
    ["es_CL", "31/02/2025", "31/02/2025", "31/02/2025"],
    ["en_US", "007", "7", 7],
  ])("%s: typing %s shows %s", (locale, typed, text, value) => {
    const { emulator, shown } = file([], locale);
    emulator.asUser((user) => user.write("Hoja!A1", typed));
    expect(shown()).toEqual([[text]]);
    expect(shown("Hoja", "?valueRenderOption=UNFORMATTED_VALUE")).toEqual([[value]]);
  });

  test.each([
    ["0", 1234.5, "1235"],
    ["#,##0.00", 1234567.891, "1,234,567.89"],
    ["#,##0.##", 2, "2"],
    ["0%", 0.5, "50%"],
    ['"$"#,##0', -1500, "-$1,500"],
    ["dd/mm/yyyy hh:mm:ss", 43831.75, "01/01/2020 18:00:00"],
    ["d mmm yy", 43831, "1 Jan 20"],
    ["h:mm am/pm", 0.5, "12:00 PM"],
  ])("%s shows %d as %s", (pattern, numberValue, text) => {
    const type = /[dmyh]/.test(pattern) ? "DATE_TIME" : "NUMBER";
    const { shown } = file([
      [{ userEnteredValue: { numberValue }, userEnteredFormat: { numberFormat: { type, pattern } } }],
    ]);
    expect(shown()).toEqual([[text]]);
  });
});

test("a person duplicates a tab, and then each is changed alone", () => {
  const { emulator, state, batch } = file([["Id"], ["p1"]]);
  const source = { duplicateSheet: { sourceSheetId: 0, insertSheetIndex: 1 } };
  expect(batch(source, source)["replies"]).toMatchObject([
    { duplicateSheet: { properties: { title: "Copy of Hoja", index: 1 } } },
    { duplicateSheet: { properties: { title: "Copy of Hoja 2", index: 1 } } },
  ]);
  emulator.asUser((user) => user.write("Copy of Hoja!A2", "p2"));
  expect(["Hoja", "Copy of Hoja", "Copy of Hoja 2"].map((title) => state.values(title)[1])).toEqual([
    ["p1"],
    ["p2"],
    ["p1"],
  ]);
});

test("three hundred reads a minute for a project, whoever asks", () => {
  const emulator = createEmulator("google-sheets", { clock: virtualClock("2026-01-01T00:00:00Z") });
  const id = emulator.state.add({ sheets: [{ title: "Hoja", rows: [] }] });
  const statuses = Array.from({ length: 301 }, (_, index) => {
    const headers = { authorization: `Bearer user${index % 6}` };
    const reply = emulator.handle({ method: "GET", url: `/v4/spreadsheets/${id}`, headers, body: "" }).settle();
    return reply === "reset" ? reply : reply.status;
  });
  expect(statuses.indexOf(429)).toBe(300);
});

test("a batch may answer with the file as it stands after it", () => {
  const { ask } = file([["a"]]);
  const answer = ask("POST", ":batchUpdate?fields=updatedSpreadsheet.sheets.data.rowData.values.formattedValue", {
    requests: [
      { appendCells: { sheetId: 0, rows: [{ values: [{ userEnteredValue: { boolValue: true } }] }], fields: "*" } },
    ],
    includeSpreadsheetInResponse: true,
    responseIncludeGridData: true,
    responseRanges: ["Hoja!A1:A5"],
  });
  expect(answer).toEqual({
    updatedSpreadsheet: {
      sheets: [
        { data: [{ rowData: [{ values: [{ formattedValue: "a" }] }, { values: [{ formattedValue: "TRUE" }] }] }] },
      ],
    },
  });
});
