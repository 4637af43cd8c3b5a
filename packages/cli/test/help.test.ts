import { expect, test } from "vitest";
import { COMMANDS } from "../src/commands/index.ts";
import { widthOfText } from "../src/output/width.ts";
import packageJson from "../package.json" with { type: "json" };
import { run } from "./support/run.ts";

const names = COMMANDS.map(({ spec }) => spec.name);

test("the main help lists the commands, first steps and exit codes", async () => {
  for (const args of [["--help"], ["-h"], ["help"]]) {
    const { code, out, err } = await run(args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const name of names) expect(out).toMatch(new RegExp(`^  ${name} `, "m"));
    expect(out).toContain("Cómo termina");
  }
  expect((await run(["--lang", "en", "--help"])).out).toContain("How it ends");
});

test.each(names)("minga %s --help teaches in both languages", async (name) => {
  const spanish = await run([name, "--help"]);
  const english = await run([name, "--help", "--lang", "en"]);
  expect([spanish.code, english.code]).toEqual([0, 0]);
  expect(spanish.out).toMatch(/^Ejemplos\n {2}# /m);
  expect(english.out).toMatch(/^Examples\n {2}# /m);
  const { spec } = COMMANDS.find((each) => each.spec.name === name)!;
  for (const option of Object.keys(spec.options)) expect(english.out).toContain(`--${option}`);
  for (const { line } of spec.examples) expect(spanish.out).toContain(`  ${line}\n`);
  expect((await run(["help", name])).out).toBe(spanish.out);
});

test("help fits a narrow terminal, and is coloured there alone", async () => {
  const { out } = await run(["evaluate", "--help"], { isTerminal: true, columns: 60, env: { NO_COLOR: "1" } });
  const long = out.split("\n").filter((line) => widthOfText(line) > 60 && !line.includes("minga evaluate"));
  expect(long).toEqual([]);
  expect(out).not.toContain("\u001B");
  expect((await run(["--help"], { isTerminal: true })).out).toContain("\u001B[1m");
  expect((await run(["--help"], { isTerminal: true, env: { TERM: "dumb" } })).out).not.toContain("\u001B");
});

test("--version", async () => {
  expect(await run(["--version"])).toEqual({ code: 0, out: `${packageJson.version}\n`, err: "" });
});
