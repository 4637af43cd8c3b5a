import type { Issue, Path } from "../strategy/issue.ts";
import { ID, FORMULA_NAME, Issues } from "../strategy/issues.ts";
import { nearest, type Text } from "../text/text.ts";
import * as z from "zod";
import { FIELDS } from "./file-object.ts";

const SPANISH = z.locales.es().localeError;
const ENGLISH = z.locales.en().localeError;

/** What a schema read, or why it could not. */
export type Reading<Value> = { readonly value: Value } | { readonly issues: readonly Issue[] };

/** Reads what a person wrote; never throws. */
export const readWith = <Value>(schema: z.ZodType<Value>, written: unknown): Reading<Value> => {
  const result = schema.safeParse(written, { reportInput: true });
  return result.success ? { value: result.data } : { issues: result.error.issues.flatMap((issue) => issuesOf(issue)) };
};

type ZodIssue = z.core.$ZodIssue;

const textOf = (issue: ZodIssue): Text => {
  const words = (locale: z.core.$ZodErrorMap): string => {
    const message = locale(issue as z.core.$ZodRawIssue);
    return typeof message === "string" ? message : (message?.message ?? issue.message);
  };
  return { es: words(SPANISH), en: words(ENGLISH) };
};

const issuesOf = (issue: ZodIssue, outer: Path = []): readonly Issue[] => {
  const path = [...outer, ...issue.path.map((part) => (typeof part === "symbol" ? String(part) : part))];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownField(issue.message, [...path, key], key));
    case "invalid_union":
      return unionIssues(issue, path);
    case "invalid_key":
      return issue.issues.flatMap((inner) => nameIssues(inner, path, String(path.at(-1))));
    case "invalid_format":
      return typeof issue.input === "string"
        ? nameIssues(issue, path, issue.input)
        : [{ path, message: textOf(issue) }];
    case "invalid_value": {
      const suggestion = typeof issue.input === "string" ? nearest(issue.input, issue.values.map(String)) : undefined;
      return [{ path, message: textOf(issue), ...(suggestion === undefined ? {} : { suggestion }) }];
    }
    // The rest (a wrong kind of value, one too small) is well said by zod.
    case "custom":
    case "invalid_element":
    case "invalid_type":
    case "not_multiple_of":
    case "too_big":
    case "too_small":
      break;
  }
  return [{ path, message: issue.input === undefined ? MISSING : textOf(issue) }];
};

const MISSING: Text = { es: "falta", en: "is missing" };

const unknownField = (message: string, path: Path, key: string): Issue => {
  const fields = message.startsWith(FIELDS) ? message.slice(FIELDS.length).split(" ") : [];
  const suggestion = nearest(key, fields);
  const list = fields.join(", ");
  return {
    path,
    message: { es: `no existe ese campo; hay: ${list}`, en: `no such field; there are: ${list}` },
    ...(suggestion === undefined ? {} : { suggestion }),
  };
};

/** Days, ids and names are explained in the same words as in a strategy written in TypeScript. */
const nameIssues = (issue: ZodIssue, path: Path, written: string): readonly Issue[] => {
  const issues = new Issues();
  const pattern = [ID, FORMULA_NAME].find((each) => "pattern" in issue && issue.pattern === String(each));
  if (pattern !== undefined) issues.checkName(path, written, pattern);
  else if ("format" in issue && issue.format === "date") issues.checkDay(path, written);
  return issues.list.length > 0 ? issues.list : [{ path, message: textOf(issue) }];
};

/** Of the ways in which a value could be written the one that was meant: where only something inside it is wrong. */
const unionIssues = (issue: z.core.$ZodIssueInvalidUnion, path: Path): readonly Issue[] => {
  const meant = issue.errors.find((errors) => !errors.some(isOtherKind));
  if (meant !== undefined) return meant.flatMap((inner) => issuesOf(inner, path));
  return [{ path, message: { es: "no es un valor que pueda ir aquí", en: "is no value that can stand here" } }];
};

const isOtherKind = (issue: ZodIssue): boolean =>
  issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_union");
