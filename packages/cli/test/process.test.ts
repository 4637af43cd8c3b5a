import { execSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { AS_OF, example, folder, SMALL } from "./support/folders.ts";
import { BUILT, runBuilt } from "./support/run.ts";

const small = folder(SMALL);

beforeAll(() => {
  const built = fileURLToPath(new URL("../dist/index.js", import.meta.url));
  if (!existsSync(built)) throw new Error("build first: npx turbo run build --filter=@minga/cli...");
});

const codes = (args: readonly string[]): number => runBuilt(args).code;

test("every exit code", () => {
  expect(codes(["evaluate", small, ...AS_OF])).toBe(0);
  expect(codes(["check", folder({ ...SMALL, "metas.csv": "" }), ...AS_OF])).toBe(1);
  expect(codes(["evaluate"])).toBe(2);
  expect(codes(["evaluate", "no-existe"])).toBe(3);
  expect(codes(["formula", "count("])).toBe(3);
  expect(codes(["report", small, ...AS_OF, "-o", join(small, "no", "x.html")])).toBe(4);
});

test.each([
  [["evaluate", small, ...AS_OF, "--format", "json"], '{"asOf":"2026-06-30"'],
  [["explain", small, "o1.participants", "--period", "2025", ...AS_OF], "o1.participants"],
  [["check", small, ...AS_OF], "Lo que se leyó"],
  [["strategy"], "Estrategia de movilización"],
  [["indicators"], "o1.participants"],
  [["formula", "count(people)"], "El número de personas"],
  [["report", small, ...AS_OF, "-o", join(small, "x.html")], ""],
])("%j works as built", (args, begins) => {
  const { code, out } = runBuilt(args);
  expect(code).toBe(0);
  expect(out.startsWith(begins) || out.includes(begins)).toBe(true);
});

test("the language comes from the locale", () => {
  expect(runBuilt(["evaluate"], { LANG: "en_GB.UTF-8" }).err).toMatch(/^Error: SOURCE is missing/);
  expect(runBuilt(["evaluate"], { LANG: "en_GB.UTF-8", LC_ALL: "es_CL" }).err).toMatch(/^Error: Falta ORIGEN/);
});

test("an older Node gets a word in both languages, and not the code of `check`", () => {
  const older = 'Object.defineProperty(process, "versions", { value: { node: "20.1.0" } })';
  const { code, err } = runBuilt(["check", small], {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURI(older)}`,
  });
  expect(err).toBe(
    "minga necesita Node.js 22.18 o más nuevo; este es 20.1.0.\nminga needs Node.js 22.18 or newer; this is 20.1.0.\n",
  );
  expect(code).toBe(70);
});

test("messages never mix with results", () => {
  const path = folder({ ...SMALL, "membresias.csv": "Persona,Grupo,Rol,Desde,Hasta\np1,g9,,,\n" });
  const { out, err } = runBuilt(["evaluate", path, ...AS_OF, "--format", "json"]);
  expect(() => JSON.parse(out) as unknown).not.toThrow();
  expect(err).toContain("minga check");
});

test.skipIf(process.platform === "win32")("a reader that has seen enough is no fault", () => {
  const command = `${BUILT} evaluate "${small}" --as-of 2026-06-30 --grain month --by commune --format csv | head -1`;
  const out = execSync(`${command} 2>&1`, { encoding: "utf8", env: { ...process.env, LANG: "es" } });
  expect(out).toMatch(/^indicator,period,commune,.*\r\n$/);
});

test.skipIf(!existsSync("/dev/full"))("a disk that is full ends with code 4 and a line", () => {
  const command = `${BUILT} strategy --lang es > /dev/full`;
  expect(() => execSync(command, { encoding: "utf8", stdio: "pipe" })).toThrow(
    /No se puede escribir la salida \(ENOSPC\)\.\n$/,
  );
});

test.skipIf(process.platform === "win32")("Ctrl-C leaves at once, with a word", async () => {
  const rows = Array.from({ length: 400_000 }, (_, row) => `p${row % 4},a${row % 3},Asistió`);
  const path = folder(SMALL);
  writeFileSync(join(path, "participaciones.csv"), `Persona,Actividad,Estado\n${rows.join("\n")}\n`);
  // The process says when it listens: on a busy machine it may take a while to start.
  const telling = folder({
    "tell.mjs": `const { once } = process;
      process.once = function (name, ...rest) {
        const done = once.call(this, name, ...rest);
        if (name === "SIGINT") process.stdout.write("listening");
        return done;
      };`,
  });
  const child = spawn(`exec ${BUILT} evaluate "${path}" --as-of 2026-06-30 --lang es`, {
    shell: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_OPTIONS: `--import=${join(telling, "tell.mjs")}` },
  });
  let err = "";
  child.stderr.on("data", (data: Buffer) => (err += data.toString()));
  await once(child.stdout, "data");
  child.kill("SIGINT");
  const [code] = (await once(child, "close")) as [number];
  expect({ code, err }).toEqual({ code: 130, err: "Interrumpido.\n" });
});

test("a fault of minga's own is one line, and the stack is for who asks", () => {
  // No input is known to cause one, so one is planted.
  const broken = folder({
    "break.mjs": 'Object.groupBy = undefined; Map.groupBy = () => { throw new TypeError("por dentro"); };',
  });
  const options = { NODE_OPTIONS: `--import=${join(broken, "break.mjs")}` };
  const { code, err } = runBuilt(["evaluate", small, ...AS_OF], options);
  expect(code).toBe(70);
  expect(err).toMatch(/^Falla inesperada de minga: TypeError: por dentro\. .*MINGA_DEBUG=1.*\n$/);
  expect(runBuilt(["evaluate", small, ...AS_OF], { ...options, MINGA_DEBUG: "1" }).err).toMatch(/\n\s+at /);
});

const regional = example("seccion-regional");
test.runIf(regional !== undefined)("another section works without any code", () => {
  const { code, out, err } = runBuilt(["evaluate", regional!, "--as-of", "2026-06-30", "--by", "region"]);
  expect({ code, out: out.slice(0, 80), err }).toMatchObject({ code: 0 });
  expect(out).toContain("# de núcleos vecinales abiertos");
  expect(out).toContain("Lima Metropolitana");
});
