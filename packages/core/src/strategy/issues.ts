import { isReserved } from "../formula/keywords.ts";
import { nearest, type Text } from "../text/text.ts";
import { parseDay } from "../time/day.ts";
import type { Issue, Path } from "./issue.ts";

/** An id: small letters, digits, `-` and `.`, such as `o1.new-activists`. */
export const ID = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;

/** A name that a formula can hold: small letters, digits and `_`. */
export const FORMULA_NAME = /^[a-z][a-z0-9_]*$/;

/** Collects issues; the checks that several parts of a strategy share. */
export class Issues {
  readonly list: Issue[] = [];

  add(path: Path, es: string, en: string, suggestion?: string): void {
    this.list.push({ path, message: { es, en }, ...(suggestion === undefined ? {} : { suggestion }) });
  }

  /** Whether `name` is one of those known; adds an issue otherwise. */
  checkKnown(path: Path, name: string, known: readonly string[], message: Text): boolean {
    if (known.includes(name)) return true;
    this.add(path, message.es, message.en, nearest(name, known));
    return false;
  }

  checkDay(path: Path, day: string): void {
    if (parseDay(day) === undefined) {
      this.add(path, `«${day}» no es un día que exista (aaaa-mm-dd)`, `“${day}” is not a day that exists (yyyy-mm-dd)`);
    }
  }

  /** The versions of a definition follow one another: each begins after the one before it. */
  checkEarlier(
    path: Path,
    { since, earlier }: { readonly since?: string; readonly earlier?: readonly { readonly since?: string }[] },
  ): void {
    if (earlier === undefined) return;
    const versions = [
      ...earlier.map((version, index) => ({ since: version.since, at: ["earlier", index, "since"] })),
      { since, at: ["since"] },
    ];
    for (const [index, version] of versions.entries()) {
      const before = versions[index - 1]?.since;
      if (version.since === undefined) {
        if (index > 0)
          this.add([...path, ...version.at], "falta: desde qué día vale", "is missing: the day from which it holds");
        continue;
      }
      this.checkDay([...path, ...version.at], version.since);
      if (before !== undefined && parseDay(version.since)! <= parseDay(before)!) {
        this.add(
          [...path, ...version.at],
          `se superpone con la versión anterior, que vale desde el ${before}`,
          `overlaps with the version before it, which holds from ${before}`,
        );
      }
    }
  }

  checkName(path: Path, name: string, pattern: RegExp): void {
    if (pattern.test(name)) return;
    const sign = pattern === ID ? "- ." : "_";
    this.add(
      path,
      `«${name}» no sirve de nombre: solo letras minúsculas sin acento, cifras y ${sign}`,
      `“${name}” cannot be a name: small letters without accents, digits and ${sign} alone`,
    );
  }

  checkUnique(path: Path, items: readonly { readonly id: string }[]): void {
    const seen = new Set<string>();
    for (const [index, { id }] of items.entries()) {
      this.checkName([...path, index, "id"], id, ID);
      if (seen.has(id)) this.add([...path, index, "id"], `${id} está dos veces`, `${id} is there twice`);
      seen.add(id);
    }
  }

  #checkFormulaName(path: Path, name: string): void {
    this.checkName(path, name, FORMULA_NAME);
    if (!FORMULA_NAME.test(name) || !isReserved(name)) return;
    this.add(
      path,
      `«${name}» es una palabra del lenguaje de fórmulas: ninguna fórmula podría nombrarlo`,
      `“${name}” is a word of the formula language: no formula could name it`,
    );
  }

  /** The English names (keys) and Spanish names of one scope: usable in a formula, each standing for one thing. */
  checkFormulaNames(path: Path, named: Readonly<Record<string, { readonly spanishName: string }>>): void {
    const owners = new Map<string, string>(Object.keys(named).map((name) => [name, name]));
    for (const [name, { spanishName }] of Object.entries(named)) {
      this.#checkFormulaName([...path, name], name);
      this.#checkFormulaName([...path, name, "spanishName"], spanishName);
      const owner = owners.get(spanishName);
      if (owner !== undefined && owner !== name) {
        this.add([...path, name, "spanishName"], `${owner} ya se llama así`, `${owner} already has this name`);
      }
      owners.set(spanishName, name);
    }
  }
}
