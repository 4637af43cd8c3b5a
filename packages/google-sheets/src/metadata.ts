import { type Access, type SheetInfo, type ToolError } from "@minga/sync";
import { Effect } from "effect";
import type { Client } from "./client.ts";

/** A tab: what it is called, how large its grid is, what is merged in it. */
export interface Tab {
  readonly id: number;
  readonly title: string;
  readonly rows: number;
  readonly columns: number;
  readonly info: SheetInfo;
}

/** A file without its cells. */
export interface File {
  readonly title: string;
  readonly tabs: readonly Tab[];
}

const FIELDS =
  "properties(title),sheets(properties(sheetId,title,hidden,sheetType,gridProperties(rowCount,columnCount)),merges)";

/** The file and its tabs, in one request. Tabs that are charts hold no cells and are left out. */
export const fileOf = (client: Client): Effect.Effect<File, ToolError> =>
  Effect.map(
    client.run({
      kind: "read",
      send: (api, options) => api.spreadsheets.get({ spreadsheetId: client.file, fields: FIELDS }, options),
    }),
    (data): File => {
      const title = data.properties?.title ?? "";
      const tabs = (data.sheets ?? []).flatMap(({ properties = {}, merges }): readonly Tab[] => {
        const { sheetType = "GRID", gridProperties, title: tab, hidden } = properties;
        if (sheetType !== "GRID" || typeof tab !== "string") return [];
        // An id of 0 is left out of some answers.
        const id = properties.sheetId ?? 0;
        const merged = (merges ?? []).map((merge) => ({
          firstRow: merge.startRowIndex ?? 0,
          lastRow: (merge.endRowIndex ?? 1) - 1,
          firstColumn: merge.startColumnIndex ?? 0,
          lastColumn: (merge.endColumnIndex ?? 1) - 1,
        }));
        const info: SheetInfo = {
          kind: "sheet",
          id: String(id),
          source: title,
          tab,
          link: { to: `https://docs.google.com/spreadsheets/d/${client.place}/edit#gid=${id}`, cell: "&range=" },
          ...(hidden === true ? { hidden } : {}),
          ...(merged.length > 0 ? { merges: merged } : {}),
        };
        const { rowCount, columnCount } = gridProperties ?? {};
        return [{ id, title: tab, rows: rowCount ?? 0, columns: columnCount ?? 0, info }];
      });
      return { title, tabs };
    },
  );

/** What the account may do, found out by a change to nothing: what it removes is never there. */
export const accessTo = (client: Client): Effect.Effect<Access, ToolError> =>
  Effect.gen(function* () {
    const { title, tabs } = yield* fileOf(client);
    const nothing = { dataFilter: { developerMetadataLookup: { metadataKey: "minga-nothing" } } };
    const probe = client.run({
      kind: "write",
      isRepeatable: true,
      send: (api, options) =>
        api.spreadsheets.batchUpdate(
          { spreadsheetId: client.file, requestBody: { requests: [{ deleteDeveloperMetadata: nothing }] } },
          options,
        ),
    });
    const canWrite = yield* Effect.catch(Effect.as(probe, true), (error) =>
      error.reason === "forbidden" ? Effect.succeed(false) : Effect.fail(error),
    );
    return { title, canRead: true, canWrite, tables: tabs.map((tab) => tab.title) };
  });
