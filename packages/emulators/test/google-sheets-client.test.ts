import { generateKeyPairSync } from "node:crypto";
import { auth, sheets as sheetsClient } from "@googleapis/sheets";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EmulatorOf, type RunningServer, startEmulator } from "../src/index.ts";

// The official client against the server: it must not be able to tell.

let server: EmulatorOf<"google-sheets"> & RunningServer;
beforeAll(async () => {
  server = await startEmulator("google-sheets", { limits: false });
});
afterAll(() => server.close());

function clientWith(token: string) {
  const oauth = new auth.OAuth2();
  oauth.setCredentials({ access_token: token });
  return sheetsClient({ version: "v4", auth: oauth, rootUrl: `${server.url}/`, retry: false });
}

const HEADER = ["Id", "Nombre", "Desde", "Activa"];

async function fileWith(rows: readonly (readonly unknown[])[]): Promise<string> {
  const client = clientWith("one");
  const { data } = await client.spreadsheets.create({
    requestBody: {
      properties: { title: "Base", locale: "es_CL", timeZone: "America/Santiago" },
      sheets: [{ properties: { title: "Personas" } }],
    },
  });
  const spreadsheetId = data.spreadsheetId ?? "";
  await client.spreadsheets.values.update({
    spreadsheetId,
    range: "Personas!A1",
    valueInputOption: "USER_ENTERED",
    requestBody: { values: [HEADER, ...rows.map((row) => [...row])] },
  });
  return spreadsheetId;
}

describe("the official client", () => {
  test("creates a file, and reads values as they are shown, as they are, and as they were typed", async () => {
    const client = clientWith("one");
    const spreadsheetId = await fileWith([
      ["'007", "Ana", "08/03/2025", "VERDADERO"],
      ["p2", "", "", '=B2="Ana"'],
      ["p3", "1.234,5", "2020-01-01", false],
    ]);
    const read = async (valueRenderOption: string, dateTimeRenderOption = "SERIAL_NUMBER") => {
      const { data } = await client.spreadsheets.values.batchGet({
        spreadsheetId,
        ranges: ["Personas!A2:D", "Personas!F1:F9"],
        valueRenderOption,
        dateTimeRenderOption,
      });
      expect(data.valueRanges?.[1]).toEqual({ range: "Personas!F1:F9", majorDimension: "ROWS" });
      return data.valueRanges?.[0]?.values;
    };
    expect(await read("FORMATTED_VALUE")).toEqual([
      ["007", "Ana", "08-03-2025", "VERDADERO"],
      ["p2"],
      ["p3", "1234,5", "2020-01-01", "FALSO"],
    ]);
    expect(await read("UNFORMATTED_VALUE")).toEqual([
      ["007", "Ana", 45724, true],
      ["p2"],
      ["p3", 1234.5, 43831, false],
    ]);
    expect(await read("UNFORMATTED_VALUE", "FORMATTED_STRING")).toEqual([
      ["007", "Ana", "08-03-2025", true],
      ["p2"],
      ["p3", 1234.5, "2020-01-01", false],
    ]);
    expect((await read("FORMULA"))?.[1]).toEqual(["p2", "", "", '=B2="Ana"']);
  });

  test("writes rows in one atomic batch, tagged with the operation, and finds the tag again", async () => {
    const client = clientWith("one");
    const spreadsheetId = await fileWith([["p1", "Ana"]]);
    const row = (id: string, day: number) => ({
      values: [
        { userEnteredValue: { stringValue: id } },
        { userEnteredValue: { stringValue: "=1+1" } },
        {
          userEnteredValue: { numberValue: day },
          userEnteredFormat: { numberFormat: { type: "DATE", pattern: "yyyy-mm-dd" } },
        },
      ],
    });
    const { data } = await client.spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: {
        requests: [
          { appendDimension: { sheetId: 0, dimension: "ROWS", length: 5 } },
          {
            updateCells: {
              start: { sheetId: 0, rowIndex: 2, columnIndex: 0 },
              rows: [row("p2", 43831), row("p3", 43832)],
              fields: "userEnteredValue,userEnteredFormat.numberFormat",
            },
          },
          {
            createDeveloperMetadata: {
              developerMetadata: {
                metadataKey: "operation",
                metadataValue: "o1",
                visibility: "DOCUMENT",
                location: { spreadsheet: true },
              },
            },
          },
        ],
      },
    });
    expect(data.replies).toHaveLength(3);
    expect(data.replies?.slice(0, 2)).toEqual([{}, {}]);
    expect(server.state.values("Personas", spreadsheetId).slice(1)).toEqual([
      ["p1", "Ana"],
      ["p2", "=1+1", 43831],
      ["p3", "=1+1", 43832],
    ]);
    const found = await client.spreadsheets.developerMetadata.search({
      spreadsheetId,
      requestBody: { dataFilters: [{ developerMetadataLookup: { metadataKey: "operation", metadataValue: "o1" } }] },
    });
    expect(found.data.matchedDeveloperMetadata).toHaveLength(1);
    const none = await client.spreadsheets.developerMetadata.search({
      spreadsheetId,
      requestBody: { dataFilters: [{ developerMetadataLookup: { metadataValue: "o2" } }] },
    });
    expect(none.data.matchedDeveloperMetadata).toBeUndefined();
  });

  test("a batch with one bad request changes nothing", async () => {
    const client = clientWith("one");
    const spreadsheetId = await fileWith([["p1", "Ana"]]);
    const before = server.state.values("Personas", spreadsheetId);
    const asked = client.spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: {
        requests: [
          {
            updateCells: {
              start: { rowIndex: 1, columnIndex: 0 },
              rows: [{ values: [{}] }],
              fields: "userEnteredValue",
            },
          },
          { addSheet: { properties: { title: "Personas" } } },
        ],
      },
    });
    await expect(asked).rejects.toMatchObject({
      status: 400,
      message:
        'Invalid requests[1].addSheet: A sheet with the name "Personas" already exists. Please enter another name.',
    });
    expect(server.state.values("Personas", spreadsheetId)).toEqual(before);
  });

  test("a field mask brings formulas, formats, merges and who may edit, and nothing else", async () => {
    const client = clientWith("ana@example.com");
    const spreadsheetId = await fileWith([["p1", "Ana", "08/03/2025", "=A2"]]);
    server.asUser((user) => {
      user.batch(
        [{ mergeCells: { range: { startRowIndex: 5, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 2 } } }],
        spreadsheetId,
      );
      user.protect("Personas", { startRowIndex: 0, endRowIndex: 1 }, spreadsheetId);
    });
    const { data } = await client.spreadsheets.get({
      spreadsheetId,
      ranges: ["Personas!A2:D2"],
      fields:
        "properties(locale,timeZone),sheets(properties(sheetId,title),merges,protectedRanges(range,requestingUserCanEdit),data.rowData.values(userEnteredValue,userEnteredFormat.numberFormat))",
    });
    expect(data).toEqual({
      properties: { locale: "es_CL", timeZone: "America/Santiago" },
      sheets: [
        {
          properties: { sheetId: 0, title: "Personas" },
          merges: [{ startRowIndex: 5, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 2 }],
          protectedRanges: [{ range: { startRowIndex: 0, endRowIndex: 1 }, requestingUserCanEdit: false }],
          data: [
            {
              rowData: [
                {
                  values: [
                    { userEnteredValue: { stringValue: "p1" } },
                    { userEnteredValue: { stringValue: "Ana" } },
                    { userEnteredValue: { numberValue: 45724 }, userEnteredFormat: { numberFormat: { type: "DATE" } } },
                    { userEnteredValue: { formulaValue: "=A2" } },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
    const asked = client.spreadsheets.values.update({
      spreadsheetId,
      range: "Personas!A1",
      valueInputOption: "RAW",
      requestBody: { values: [["x"]] },
    });
    await expect(asked).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("protected cell") as string,
    });
  });

  test("says what is wrong as the service does", async () => {
    const client = clientWith("one");
    const spreadsheetId = await fileWith([]);
    const get = (range: string, id = spreadsheetId) => client.spreadsheets.values.get({ spreadsheetId: id, range });
    await expect(get("Personas!A1", "nothing")).rejects.toMatchObject({
      status: 404,
      message: "Requested entity was not found.",
    });
    await expect(get("Nada!A1")).rejects.toMatchObject({ status: 400, message: "Unable to parse range: Nada!A1" });
    await expect(get("Personas!A2000")).rejects.toMatchObject({
      message: "Range (Personas!A2000) exceeds grid limits. Max rows: 1000, max columns: 26",
    });
    server.state.share("none", { id: spreadsheetId });
    await expect(get("Personas!A1")).rejects.toMatchObject({
      status: 403,
      message: "The caller does not have permission",
    });
    server.faults.add({ effect: { kind: "answer", status: 429 } }, { nth: 2, effect: { kind: "answer", status: 502 } });
    await expect(get("Personas!A1")).rejects.toMatchObject({
      status: 429,
      response: { data: { error: { status: "RESOURCE_EXHAUSTED", details: [{ reason: "RATE_LIMIT_EXCEEDED" }] } } },
    });
    await expect(get("Personas!A1")).rejects.toMatchObject({ status: 502 });
  });

  test("a service account gets a token that runs out", async () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const account = new auth.JWT({
      email: "robot@proyecto.example.com",
      key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      scopes: ["https://www.googleapis.com/auth/spreadsheets"],
      transporterOptions: {
        fetchImplementation: (url: string | URL | Request, init?: RequestInit) => server.fetch(url, init),
      },
    });
    const client = sheetsClient({ version: "v4", auth: account, rootUrl: `${server.url}/`, retry: false });
    const spreadsheetId = await fileWith([["p1", "Ana"]]);
    server.state.share("read", { email: "robot@proyecto.example.com", id: spreadsheetId });
    const { data } = await client.spreadsheets.values.get({ spreadsheetId, range: "Personas!A2:B2" });
    expect(data.values).toEqual([["p1", "Ana"]]);
    await expect(client.spreadsheets.values.clear({ spreadsheetId, range: "Personas" })).rejects.toMatchObject({
      status: 403,
    });
  });
});
