import { invalid } from "./errors.ts";

/** The fields that a mask names; `true` takes all below. */
export type Mask = { readonly [name: string]: Mask } | true;

/**
 * A field mask: `sheets.properties`, `sheets(properties,data/rowData/values/note)`, `*`. Throws the service's 400 where it
 * does not parse.
 */
export function parseMask(text: string): Mask {
  let at = 0;
  const fail = (): Error => invalid(`Invalid field mask: ${text}`);
  const list = (): Mask => {
    let mask: Mask = {};
    for (;;) {
      mask = merged(mask, path());
      if (text[at] !== ",") return mask;
      at += 1;
    }
  };
  const path = (): Mask => {
    const name = /^(?:\*|[A-Za-z_]\w*)/.exec(text.slice(at).trimStart())?.[0];
    if (name === undefined) throw fail();
    at += text.slice(at).indexOf(name) + name.length;
    let below: Mask = true;
    if (text[at] === "." || text[at] === "/") {
      at += 1;
      below = path();
    } else if (text[at] === "(") {
      at += 1;
      below = list();
      if (text[at] !== ")") throw fail();
      at += 1;
    }
    return name === "*" ? below : { [camel(name)]: below };
  };
  const mask = list();
  if (at < text.trimEnd().length) throw fail();
  return mask;
}

const camel = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function merged(one: Mask, other: Mask): Mask {
  if (one === true || other === true) return true;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries(
    [...names].map((name) => {
      const [left, right] = [one[name], other[name]];
      return [name, left === undefined ? (right ?? true) : right === undefined ? left : merged(left, right)];
    }),
  );
}

/** Whether a mask reaches a field, by its path. */
export function reaches(mask: Mask, ...path: readonly string[]): boolean {
  let here: Mask | undefined = mask;
  for (const name of path) {
    if (here === true) return true;
    here = here?.[name];
  }
  return here !== undefined;
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a mask leaves of an answer; an object none of whose fields is left stays, empty. */
export function masked(value: unknown, mask: Mask): unknown {
  if (mask === true) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => masked(item, mask));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, below]) => {
      const part = mask[name];
      return part === undefined ? [] : [[name, masked(below, part)]];
    }),
  );
}

/** An object with the masked fields of another; a masked field that the other lacks is gone. */
export function mergedBy(target: Json, source: Json, mask: Mask): Json {
  if (mask === true) return source;
  const result: Record<string, unknown> = { ...target };
  for (const [name, below] of Object.entries(mask)) {
    const given = source[name];
    if (below === true) {
      if (given === undefined || given === null) delete result[name];
      else result[name] = given;
    } else {
      const next = mergedBy(isObject(result[name]) ? result[name] : {}, isObject(given) ? given : {}, below);
      if (Object.keys(next).length > 0) result[name] = next;
      else delete result[name];
    }
  }
  return result;
}
