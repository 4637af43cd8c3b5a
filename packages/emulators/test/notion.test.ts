import { describe, expect, test } from "vitest";
import { createEmulator, virtualClock } from "../src/index.ts";

function workspace(limits = false) {
  const clock = virtualClock("2026-01-01T00:00:30Z");
  const emulator = createEmulator("notion", { clock, limits });
  const ask = (
    method: string,
    url: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Readonly<Record<string, unknown>> => {
    const request = {
      method,
      url: `/v1/${url}`,
      headers: { authorization: "Bearer t", "notion-version": "2025-09-03", ...headers },
      body: body === undefined ? "" : JSON.stringify(body),
    };
    const reply = emulator.handle(request).settle();
    if (reply === "reset") throw new Error("no fault was asked for");
    return { status: reply.status, retryAfter: reply.headers["retry-after"], ...(JSON.parse(reply.body) as object) };
  };
  const title = (content: string) => ({ title: [{ text: { content } }] });
  return { clock, emulator, state: emulator.state, ask, title };
}

test("times are cut to the minute, so two edits in one minute look alike", () => {
  const { clock, state, ask } = workspace();
  const { dataSource } = state.add({ name: "T", properties: { N: { title: {} }, X: { number: {} } }, rows: [{}] });
  const id = state.rows(dataSource)[0]?.id;
  const edited = (x: number) => ask("PATCH", `pages/${id}`, { properties: { X: { number: x } } })["last_edited_time"];
  clock.advance(5_000);
  const first = edited(1);
  clock.advance(10_000);
  expect(edited(2)).toBe(first);
  expect(first).toBe("2026-01-01T00:00:00.000Z");
  clock.advance(30_000);
  expect(edited(3)).toBe("2026-01-01T00:01:00.000Z");
});

test("texts that look alike come back as one, longer than one may be written", () => {
  const { state, ask } = workspace();
  const { dataSource } = state.add({ name: "T", properties: { N: { title: {} } } });
  const parts = ["a".repeat(2000), "b", "c"].map((content, index) => ({
    text: { content },
    annotations: { bold: index === 2 },
  }));
  const made = ask("POST", "pages", { parent: { data_source_id: dataSource }, properties: { N: { title: parts } } });
  const { title } = (
    made["properties"] as { readonly N: { readonly title: readonly { readonly plain_text: string }[] } }
  ).N;
  expect(title.map((part) => part.plain_text.length)).toEqual([2001, 1]);
});

describe("a person", () => {
  test("edits, trashes, purges, renames a property and an option between two requests", () => {
    const { state, emulator, ask, title } = workspace();
    const { dataSource } = state.add({
      name: "T",
      properties: { N: { title: {} }, S: { select: { options: [{ name: "a" }] } } },
      rows: ["1", "2", "3"].map((name) => ({ N: title(name), S: { select: { name: "a" } } })),
    });
    const [one = "", two = "", three = ""] = state.rows(dataSource).map(({ id }) => id);
    emulator.asUser((user) => {
      user.edit(one, { N: title("uno") });
      user.trash(two);
      user.purge(three);
      user.renameProperty("T", "S", "Selección");
      user.renameOption("T", "Selección", "a", "A");
    });
    const { results } = ask("POST", `data_sources/${dataSource}/query`, {}) as { readonly results: readonly unknown[] };
    expect(results).toMatchObject([
      { id: one, properties: { N: { title: [{ plain_text: "uno" }] }, Selección: { select: { name: "A" } } } },
    ]);
    expect(ask("GET", `pages/${two}`)).toMatchObject({ status: 200, in_trash: true, archived: true });
    expect(ask("GET", `pages/${three}`)).toMatchObject({ status: 404, code: "object_not_found" });
  });

  test("a row that comes while a query is under way is not in it, one that goes is left out", () => {
    const { state, emulator, ask, title } = workspace();
    const { dataSource } = state.add({
      name: "T",
      properties: { N: { title: {} } },
      rows: ["1", "2", "3"].map((name) => ({ N: title(name) })),
    });
    const query = (body: object) =>
      ask("POST", `data_sources/${dataSource}/query`, body) as {
        readonly results: readonly { readonly id: string }[];
        readonly next_cursor: string;
      };
    const first = query({ page_size: 1 });
    const rows = state.rows(dataSource).map(({ id }) => id);
    emulator.asUser((user) => {
      user.purge(rows[1] ?? "");
      user.create("T", { N: title("4") });
    });
    const rest = query({ page_size: 5, start_cursor: first.next_cursor });
    expect([...first.results, ...rest.results].map(({ id }) => id)).toEqual([rows[2], rows[0]]);
  });
});

describe("versions and limits", () => {
  test("a request names a version that the server speaks; the newer one has no `archived`", () => {
    const { state, ask } = workspace();
    const page = state.addPage("P");
    expect(ask("GET", "users/me", undefined, { "notion-version": "2022-06-28" })).toMatchObject({
      status: 400,
      code: "validation_error",
    });
    expect(ask("PATCH", `pages/${page}`, { archived: true }, { "notion-version": "2026-03-11" })).toMatchObject({
      status: 400,
    });
    expect(ask("PATCH", `pages/${page}`, { archived: true })).toMatchObject({ status: 200, in_trash: true });
  });

  test("180 requests a minute, then a Retry-After that is the rest of it", () => {
    const { clock, ask } = workspace(true);
    for (let time = 0; time < 180; time++) expect(ask("GET", "users/me")["status"]).toBe(200);
    clock.advance(20_000);
    expect(ask("GET", "users/me")).toMatchObject({ status: 429, code: "rate_limited", retryAfter: "40" });
    clock.advance(40_000);
    expect(ask("GET", "users/me")["status"]).toBe(200);
  });
});

test("hours are cut to the minute and keep their distance from UTC", () => {
  const { state, ask } = workspace();
  const { dataSource } = state.add({ name: "T", properties: { N: { title: {} }, D: { date: {} } } });
  const put = (date: object) =>
    ask("POST", "pages", { parent: { data_source_id: dataSource }, properties: { D: { date } } })["properties"];
  expect(put({ start: "2026-07-25T16:57:28.5Z", time_zone: "UTC" })).toMatchObject({
    D: { date: { start: "2026-07-25T16:57:00.000+00:00", end: null, time_zone: null } },
  });
  expect(put({ start: "2026-07-25T16:57:28-04:00", end: "2026-07-26" })).toMatchObject({
    D: { date: { start: "2026-07-25T16:57:00.000-04:00", end: "2026-07-26" } },
  });
});
