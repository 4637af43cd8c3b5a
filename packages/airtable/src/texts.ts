/** How several values in one cell are told apart, as everywhere in minga. */
const BETWEEN = "; ";

/**
 * A value as a person reads it: of an attachment its name, of a person theirs, of a button what stands on it, of several
 * values all of them.
 */
export const textOf = (json: unknown): string => {
  if (json === undefined || json === null) return "";
  if (typeof json === "string") return json;
  if (typeof json === "number" || typeof json === "boolean") return String(json);
  if (Array.isArray(json)) return joined(json.map(textOf));
  const held = json as Readonly<Record<string, unknown>>;
  const named = ["filename", "name", "text", "label", "value", "email", "error", "specialValue"].find(
    (key) => typeof held[key] === "string",
  );
  return named === undefined ? "" : String(held[named]);
};

/** Several texts as one. */
export const joined = (texts: readonly string[]): string => texts.filter((text) => text !== "").join(BETWEEN);

/** What a formula that failed says, such as #ERROR! or NaN; undefined where it did not. */
export const failureIn = (json: unknown): string | undefined => {
  if (Array.isArray(json)) return json.map(failureIn).find((failure) => failure !== undefined);
  if (typeof json !== "object" || json === null) return undefined;
  const { error, specialValue } = json as { readonly error?: unknown; readonly specialValue?: unknown };
  return [error, specialValue].find((each) => typeof each === "string");
};
