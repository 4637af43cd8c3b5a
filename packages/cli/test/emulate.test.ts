import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { main } from "../src/main.ts";
import { folder } from "./support/folders.ts";
import { run, runBuilt } from "./support/run.ts";

const seed = folder({ "Personas.csv": "Id,Nombre\np1,Ana\np2,Luz\n", "leeme.txt": "" });

/** Starts the command, waits until it answers, does something there, and stops it as Ctrl-C does. */
async function emulating<Value>(args: readonly string[], use: (url: string, out: string) => Promise<Value>) {
  const stop = new AbortController();
  let out = "";
  let err = "";
  let heard = (): void => undefined;
  const answers = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const output = (take: (text: string) => void) => ({
    isTerminal: false,
    columns: undefined,
    write: async (text: string) => take(text),
  });
  const io = {
    in: { isTerminal: false, line: async () => undefined },
    out: output((text) => {
      out += text;
      heard();
    }),
    err: output((text) => {
      err += text;
    }),
    env: { LANG: "es_CL.UTF-8" },
    signal: stop.signal,
  };
  const ended = main(["emulate", ...args], io);
  await Promise.race([answers, ended]);
  const value = await use(/http:\S+/.exec(out)?.[0] ?? "", out);
  stop.abort();
  const code = await ended;
  return { value, out, err, code };
}

describe("minga emulate", () => {
  test.each([
    ["google-sheets", "pestaña", "3 filas"],
    ["airtable", "tabla", "2 filas"],
    ["notion", "fuente de datos", "2 filas"],
  ])("%s begins with a folder's files, says what to name, and ends with Ctrl-C", async (tool, kind, rows) => {
    const { value, code, err } = await emulating([tool, "--seed", seed], async (url, out) => {
      expect(out).toMatch(new RegExp(`^${tool} responde en http://127\\.0\\.0\\.1:\\d+ \\(Ctrl-C lo detiene\\)\n`));
      expect(out).toMatch(new RegExp(`^  ${kind} +Personas +${rows} +\\S+$`, "m"));
      const answer = await fetch(`${url}/v1/users/me`, {
        headers: { authorization: "Bearer x", "notion-version": "2025-09-03" },
      });
      expect(answer.status).toBe(tool === "notion" ? 200 : 404);
      return url;
    });
    expect({ code, err }).toEqual({ code: 130, err: "Interrumpido.\n" });
    await expect(fetch(value)).rejects.toThrow("fetch failed");
  });

  test("a spreadsheet is read by the id that it says, within the limits or without", async () => {
    const statuses = async (url: string, out: string): Promise<ReadonlySet<number>> => {
      const id = /planilla +Minga +(\S+)/.exec(out)?.[1];
      const ask = async () => {
        const answer = await fetch(`${url}/v4/spreadsheets/${id}/values/Personas`, {
          headers: { authorization: "Bearer x" },
        });
        return answer.status;
      };
      return new Set(await Promise.all(Array.from({ length: 61 }, ask)));
    };
    expect((await emulating(["google-sheets", "--seed", seed], statuses)).value).toEqual(new Set([200, 429]));
    expect((await emulating(["google-sheets", "--seed", seed, "--unlimited"], statuses)).value).toEqual(new Set([200]));
  });

  test("empty, it says how to fill it", async () => {
    const { out } = await emulating(["airtable"], async () => undefined);
    expect(out).toContain("--seed CARPETA");
  });

  test.each([
    [["excel"], 2, "HERRAMIENTA no puede ser «excel»; puede ser: google-sheets, airtable, notion"],
    [["notion", "--port", "ochenta"], 2, "--port: «ochenta» no es un puerto"],
    [["notion", "--port", "65536"], 2, "--port: «65536» no es un puerto"],
    [["notion", "--seed", "no-existe"], 3, "No existe la carpeta no-existe"],
    [["notion", "--seed", `${seed}/Personas.csv`], 3, "Personas.csv no es una carpeta"],
    [["notion", "--seed", folder({ "a.txt": "" })], 3, "no hay archivos .csv con encabezado"],
  ])("%j is told", async (args, code, line) => {
    const told = await run(["emulate", ...args]);
    expect(told).toMatchObject({ code, out: "" });
    expect(told.err).toContain(`Error: `);
    expect(told.err).toContain(line);
  });

  test("a port that is taken is told", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { code, err } = await run(["emulate", "notion", "--port", String(port), "--lang", "en"]);
    other.close();
    expect({ code, line: err.split("\n")[0] }).toEqual({ code: 2, line: `Error: Port ${port} is taken` });
  });

  test("without its package it says how to install it", () => {
    const hook =
      'import { registerHooks } from "node:module"; registerHooks({ resolve(name, context, next) { if (name === "@minga/emulators") throw Object.assign(new Error(name), { code: "ERR_MODULE_NOT_FOUND" }); return next(name, context); } });';
    const { code, err } = runBuilt(["emulate", "notion"], {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}`,
    });
    expect({ code, err }).toEqual({
      code: 3,
      err: "Error: Falta el paquete @minga/emulators, que trae los servidores\nInstálalo con: npm install @minga/emulators\n",
    });
  });
});
