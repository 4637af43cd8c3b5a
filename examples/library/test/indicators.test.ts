import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("the example runs: an indicator by year, its sentence and the row that counted", () => {
  const file = fileURLToPath(new URL("../indicators.ts", import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, [file], {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "", NO_COLOR: "1" },
  });
  expect(stderr).toBe("");
  const rows = stdout.split("\n").filter((line) => line.includes("'o1.participants'"));
  expect(
    rows.map((row) =>
      row
        .split("│")
        .map((cell) => cell.trim())
        .slice(3, 7),
    ),
  ).toEqual([
    ["'2024'", "{}", "'value'", "0"],
    ["'2025'", "{}", "'value'", "1"],
    ["'2026'", "{}", "'value'", "0"],
  ]);
  expect(stdout.trimEnd().split("\n").at(-2)).toMatch(
    /^El número de personas distintas en participaciones con asistencia /,
  );
  expect(stdout.trimEnd().split("\n").at(-1)).toBe("participations 1");
});
