import { type ChildProcess, execFile, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

// Each page's commands are run as they stand, and what they answer is held against what the page shows. With MINGA_UPDATE=1 the
// page is written anew instead.

const here = fileURLToPath(new URL("..", import.meta.url));
const bin = join(dirname(createRequire(import.meta.url).resolve("@minga/cli/package.json")), "bin", "minga.js");

const running: ChildProcess[] = [];
afterAll(() => {
  for (const server of running.splice(0)) server.kill("SIGINT");
});

/** Starts a local server on any free port; what it says, and where it answers. */
const emulated = async (
  tool: string,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly said: string; readonly url: string }> => {
  const server = spawn(process.execPath, [bin, "emulate", tool, "--unlimited"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.push(server);
  let said = "";
  for await (const chunk of server.stdout) {
    said += String(chunk);
    if (said.includes("--seed")) break;
  }
  return { said, url: /http:\S+/.exec(said)![0] };
};

/** A page with what its commands answer now. */
const answered = async (page: string): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), "minga-example-"));
  cpSync(join(here, "datos"), join(folder, "datos"), { recursive: true });
  let env: NodeJS.ProcessEnv = {
    PATH: process.env["PATH"],
    HOME: folder,
    LANG: "es_CL.UTF-8",
    MINGA_STATE: join(folder, "memoria", "state.sqlite"),
  };
  let [shown, real] = ["", ""];
  /** One command line; what it says, with the port and the folder as the page has them. */
  const run = async (line: string): Promise<string> => {
    const tool = /^npx minga emulate (?<tool>\S+) --port (?<port>\d+) --unlimited$/.exec(line)?.groups;
    if (tool !== undefined) {
      const { said, url } = await emulated(tool["tool"]!, env);
      [shown, real] = [`http://127.0.0.1:${tool["port"]!}`, url];
      return said.replaceAll(real, shown);
    }
    if (line.startsWith("export ")) {
      const set = line.slice("export ".length).split(" ");
      env = { ...env, ...Object.fromEntries(set.map((each) => each.replace(shown, real).split(/=(.*)/s))) };
      return "";
    }
    const command = line.replace("npx minga", `"${process.execPath}" "${bin}"`);
    const said = await new Promise<string>((resolve) => {
      execFile("bash", ["-c", command], { cwd: folder, env }, (_, stdout, stderr) => resolve(`${stdout}${stderr}`));
    });
    return said.replaceAll(real, shown).replaceAll(folder, "");
  };
  const parts = page.split(/(^```console\n[\s\S]*?^```$)/m);
  const filled: string[] = [];
  for (const part of parts) {
    if (!part.startsWith("```console\n")) filled.push(part);
    else {
      const said: string[] = [];
      for (const line of part.split("\n").filter((each) => each.startsWith("$ "))) {
        said.push(`${line}\n`, await run(line.slice(2)));
      }
      filled.push(`\`\`\`console\n${said.join("")}\`\`\``);
    }
  }
  return filled.join("");
};

test.concurrent.each(["google-sheets", "airtable", "notion"])("%s answers as its page shows", async (tool) => {
  const path = join(here, `${tool}.md`);
  const page = readFileSync(path, "utf8");
  const now = await answered(page);
  if (process.env["MINGA_UPDATE"] === "1") writeFileSync(path, now);
  else expect(now).toBe(page);
});
