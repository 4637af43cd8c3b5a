import type { ListRequest } from "./list.ts";

const numberOf = (value: string | null): number | undefined => (value === null ? undefined : Number(value));

/** What an address asks for: `fields[]=A&sort[0][field]=B&pageSize=50`. */
export function listRequestOf(query: URLSearchParams): ListRequest {
  const words = (key: string): readonly string[] =>
    [...query]
      .filter(([name]) => name === `${key}[]` || new RegExp(String.raw`^${key}\[\d+\]$`).test(name))
      .map(([, value]) => value);
  const sort: { field?: string; direction?: string }[] = [];
  for (const [name, value] of query) {
    const [, index, key] = /^sort\[(\d+)\]\[(field|direction)\]$/.exec(name) ?? [];
    if (index !== undefined && key !== undefined) sort[Number(index)] = { ...sort[Number(index)], [key]: value };
  }
  const pageSize = numberOf(query.get("pageSize"));
  const maxRecords = numberOf(query.get("maxRecords"));
  const text = (key: string) => {
    const value = query.get(key);
    return value === null ? {} : { [key]: value };
  };
  return {
    ...(pageSize !== undefined && { pageSize }),
    ...(maxRecords !== undefined && { maxRecords }),
    ...text("offset"),
    ...text("view"),
    ...text("filterByFormula"),
    ...text("cellFormat"),
    fields: words("fields"),
    sort: sort.filter((one) => one !== undefined),
    returnFieldsByFieldId: isTrue(query.get("returnFieldsByFieldId")),
  };
}

export const isTrue = (value: string | null): boolean => value === "true" || value === "1";
