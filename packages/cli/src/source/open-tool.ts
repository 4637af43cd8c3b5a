import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseEnv } from "node:util";
import type { Language } from "@minga/core";
import type { OpenTool } from "@minga/files";
import type { Adapter, OpenAdapter } from "@minga/sync";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import { visible } from "../output/visible.ts";
import { TOOL_FAILURES, TOOL_HINTS } from "../texts/tool.ts";

/** A place in a tool as the command line names it: `airtable:appXXXX`. */
export interface Place {
  readonly adapter: string;
  readonly at: string;
}

/** A drive letter and a colon begin a path of Windows; an adapter's name has two letters at the least. */
const PLACE = /^(?<adapter>@[\w.-]+\/[\w.-]+|[a-z][\w-]+):(?<at>.+)$/s;

/** The place that a text of the command line names; undefined where it is a path. */
export const placeIn = (text: string): Place | undefined => {
  const { adapter, at } = PLACE.exec(text)?.groups ?? {};
  return adapter === undefined || at === undefined ? undefined : { adapter, at };
};

/** Minga's own adapters, by their short names. */
const OWN = ["google-sheets", "airtable", "notion"] as const;

const packageOf = (adapter: string): string => (OWN.some((name) => name === adapter) ? `@minga/${adapter}` : adapter);

/** Opens adapters by their packages, which are loaded when one is asked for. `base` is the folder of the minga.yaml that names them. */
export const toolOpener =
  (base: string, io: Io, language: Language): OpenTool =>
  async ({ adapter, at }): Promise<Adapter> => {
    const name = packageOf(adapter);
    const loaded = await load(name, base);
    if (loaded === undefined) {
      const message = visible(TOOL_FAILURES.notInstalled[language]({ adapter: name, known: OWN.join(", ") }));
      throw new Failure(EXIT.input, [message], TOOL_HINTS.notInstalled[language](name));
    }
    if (typeof loaded.openAdapter !== "function") {
      throw new Failure(EXIT.input, [visible(TOOL_FAILURES.noAdapter[language]({ adapter: name, known: "" }))]);
    }
    return loaded.openAdapter({ at, env: withSecrets(io.env) });
  };

/** The package where the section's files are, or else where the person is, or else beside this command. */
const load = async (name: string, base: string): Promise<{ readonly openAdapter?: OpenAdapter } | undefined> => {
  for (const folder of [resolve(base), process.cwd()]) {
    try {
      const path = createRequire(join(folder, "minga.yaml")).resolve(name);
      return (await import(pathToFileURL(path).href)) as { readonly openAdapter?: OpenAdapter };
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
  try {
    return await beside(name);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
};

/** By names that are written out, so that what checks the arrows sees them. */
const beside = (name: string): Promise<object | undefined> => {
  switch (name) {
    case "@minga/google-sheets":
      return import("@minga/google-sheets");
    case "@minga/airtable":
      return import("@minga/airtable");
    case "@minga/notion":
      return import("@minga/notion");
    default:
      return Promise.resolve(undefined);
  }
};

const isNotFound = (error: unknown): boolean => {
  const { code } = error as NodeJS.ErrnoException;
  return code === "MODULE_NOT_FOUND" || code === "ERR_MODULE_NOT_FOUND" || code === "ERR_PACKAGE_PATH_NOT_EXPORTED";
};

/**
 * The environment, with the secrets file under it: `MINGA_SECRETS`, or `~/.config/minga/secrets.env`, with a line `NAME=value`
 * for each. It stands outside the section's folder, so that it is shared with nobody by mistake.
 */
const withSecrets = (env: Io["env"]): Io["env"] => {
  const path = env["MINGA_SECRETS"] ?? join(env["HOME"] ?? homedir(), ".config", "minga", "secrets.env");
  try {
    return { ...parseEnv(readFileSync(path, "utf8")), ...env };
  } catch {
    return env;
  }
};
