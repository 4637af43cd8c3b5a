import { expect, test } from "vitest";
import { parseArguments } from "../src/arguments/parse.ts";
import { languageOf } from "../src/language.ts";
import { evaluateSpec } from "../src/texts/commands/evaluate.ts";
import { explainSpec } from "../src/texts/commands/explain.ts";
import { reportSpec } from "../src/texts/commands/report.ts";
import { run } from "./support/run.ts";

test.each([
  [{}, "es"],
  [{ LANG: "C.UTF-8" }, "es"],
  [{ LANG: "en_US.UTF-8" }, "en"],
  [{ LANG: "es_CL.UTF-8", LC_MESSAGES: "en_GB" }, "en"],
  [{ LANG: "en_US", LC_ALL: "es_PE.UTF-8" }, "es"],
  [{ LANG: "en", LC_ALL: "" }, "en"],
  [{ LANG: "pt_BR.UTF-8" }, "es"],
])("the locale %o speaks %s", (env, language) => {
  expect(languageOf(["check", "datos"], env)).toBe(language);
});

test("--lang wins over the locale, wherever it stands, but not behind --", () => {
  expect(languageOf(["--lang", "en", "check"], { LANG: "es" })).toBe("en");
  expect(languageOf(["check", "--lang=en"], { LANG: "es" })).toBe("en");
  expect(languageOf(["formula", "--", "--lang", "en"], { LANG: "es" })).toBe("es");
});

test("options are read by their kind", () => {
  const read = parseArguments(evaluateSpec, ["datos", "--grain=month", "--by", "region", "--shared", "--by", "gender"]);
  expect(read).toMatchObject({
    arguments: {
      positionals: { source: "datos" },
      options: {
        grain: "month",
        by: ["region", "gender"],
        shared: true,
        extensions: false,
        from: undefined,
        indicator: [],
      },
    },
  });
  const short = parseArguments(reportSpec, ["datos", "-o", "informe.html"]);
  expect(short).toMatchObject({ arguments: { options: { output: "informe.html" } } });
});

test("an option can take two values, wherever it stands", () => {
  for (const args of [
    ["datos", "o1.participants", "--diff", "2025-Q1", "2025-Q2"],
    ["--diff", "2025-Q1", "2025-Q2", "datos", "o1.participants"],
    ["datos", "--diff=2025-Q1", "2025-Q2", "o1.participants"],
  ]) {
    expect(parseArguments(explainSpec, args)).toMatchObject({
      arguments: {
        positionals: { source: "datos", indicator: "o1.participants" },
        options: { diff: ["2025-Q1", "2025-Q2"] },
      },
    });
  }
  for (const args of [
    ["datos", "x", "--diff", "2025-Q1"],
    ["datos", "x", "--diff", "2025-Q1", "--all"],
  ]) {
    expect(parseArguments(explainSpec, args)).toMatchObject({
      problems: [{ problem: "missing-value", option: "--diff" }],
    });
  }
});

test("all that is wrong is told at once", () => {
  const read = parseArguments(explainSpec, [
    "--format",
    "yaml",
    "--as-of",
    "--frm",
    "x",
    "y",
    "z",
    "--as-of=1",
    "--lang=es=x",
  ]);
  expect("problems" in read && read.problems.map(({ problem }) => problem)).toEqual([
    "unknown-choice",
    "missing-value",
    "given-twice",
    "unknown-choice",
    "extra-positional",
  ]);
  expect(parseArguments(reportSpec, ["datos", "-o", "x", "--local=yes"])).toMatchObject({
    problems: [{ problem: "value-not-wanted", option: "--local", found: "yes" }],
  });
});

test.each([
  [["evalute"], /No existe el comando «evalute».*¿quisiste decir evaluate\?/],
  [["--lang", "en", "evalute"], /There is no command “evalute”.*did you mean evaluate\?/],
  [[], /Falta el comando/],
  [["check", "datos", "--lag", "en"], /No existe la opción --lag; ¿quisiste decir --lang\?/],
  [["check", "datos", "--lang", "fr"], /--lang no puede ser «fr»; puede ser: es, en/],
  [["--lang", "fr", "check", "datos"], /--lang no puede ser «fr»/],
  [["check"], /Falta ORIGEN/],
  [["report", "datos", "--lang", "en"], /--output FILE is missing/],
  [["evaluate", "datos", "--grain", "yeer"], /¿quisiste decir year\?/],
  [["evaluate", "mis datos", "otra"], /Sobra «otra»/],
  [["evaluate", "datos", "--from", "31-02-2025"], /--from: «31-02-2025» no es un día que exista/],
  [["evaluate", "datos", "--from", "2025-02-01", "--to", "2025-01-01"], /está después de --to/],
  [["evaluate", "datos", "--by", "regoin"], /--by no puede ser «regoin».*¿quisiste decir region\?/],
  [["evaluate", "\u001B[31mdatos", "x\u001B[0m"], /Sobra «x\uFFFD\[0m»/],
])("the command line %j is not understood", async (args, message) => {
  const { code, out, err } = await run(args);
  expect(err).toMatch(message);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/--help/);
});
