import type { Language } from "@minga/core";

/** The languages that `--lang` takes. */
export const SPOKEN = ["es", "en"] as const satisfies readonly Language[];

const spoken = (text: string | undefined): Language | undefined => SPOKEN.find((each) => each === text);

/**
 * The language to speak: `--lang`, or else the locale's (`LC_ALL`, `LC_MESSAGES`, `LANG`, the first that is set), or
 * else Spanish.
 *
 * @example
 * languageOf(["check", "datos", "--lang", "en"], {}); // "en"
 */
export const languageOf = (args: readonly string[], env: Readonly<Record<string, string | undefined>>): Language => {
  const locale = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((each) => each !== undefined && each !== "");
  return spoken(askedFor(args)) ?? spoken(locale?.split(/[_.@-]/)[0]?.toLowerCase()) ?? "es";
};

/** Read ahead of the rest: what is wrong with the command line must be said in this language too. */
const askedFor = (args: readonly string[]): string | undefined => {
  const end = args.indexOf("--");
  const options = end < 0 ? args : args.slice(0, end);
  const inline = options.find((arg) => arg.startsWith("--lang="));
  if (inline !== undefined) return inline.slice("--lang=".length);
  const at = options.indexOf("--lang");
  return at < 0 ? undefined : options[at + 1];
};
