import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { graded, recordedFolder } from "./support/recorded.ts";

// Notion's published description of its API, kept beside the repository and not in it.

const file = join(recordedFolder, "notion-openapi.json");

interface Description {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, unknown>> }>>>
  >;
  readonly components: unknown;
}

const isPartial = (schema: unknown): boolean =>
  ((schema ?? {}) as { readonly $ref?: string }).$ref?.includes("/partial") === true;

describe.skipIf(!existsSync(file))(
  "Notion's OpenAPI description (skipped where ../shared/recorded is not there)",
  () => {
    test("every answer to the recorded requests fits it", () => {
      // The description closes every object, and the service itself answers with more (`request_id`, `is_archived`): fields that
      // are not described are let through. Then a whole thing would fit the form of a partial one too, so those forms are taken out.
      const text = readFileSync(file, "utf8").replaceAll('"oneOf"', '"anyOf"');
      const description = JSON.parse(text, (key, value: unknown) => {
        if (key === "additionalProperties" && value === false) return undefined;
        return key === "anyOf" && Array.isArray(value) ? value.filter((one: unknown) => !isPartial(one)) : value;
      }) as Description;
      const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
      ajv.addSchema(description, "notion");
      const patterns = Object.keys(description.paths).map((path) => ({
        path,
        pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
      }));
      const misfits: string[] = [];
      let fitting = 0;
      for (const { row, answered } of graded("notion")) {
        if ((answered as { readonly object?: string }).object === "error") continue;
        const { pathname } = new URL(row.url);
        const path = patterns.find(({ pattern }) => pattern.test(pathname))?.path;
        const method = row.method.toLowerCase();
        if (path === undefined || description.paths[path]?.[method] === undefined) continue;
        const pointer = [path, method, "responses", "200", "content", "application/json", "schema"];
        const validate = ajv.getSchema(
          `notion#/paths/${pointer.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`,
        );
        // Where what the service answered does not fit, the description is behind it (wikis).
        if (validate === undefined || !validate(row.response)) continue;
        if (validate(answered)) fitting += 1;
        else misfits.push(`${row.cassette} ${row.n} ${row.method} ${pathname}: ${ajv.errorsText(validate.errors)}`);
      }
      expect(misfits).toEqual([]);
      expect(fitting).toBeGreaterThan(280);
    });
  },
);
