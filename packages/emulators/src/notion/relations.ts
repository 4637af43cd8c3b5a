import type { DataSource, Page, Property } from "./model.ts";
import type { NotionState } from "./state.ts";

const idsOf = (page: Page, property: string): readonly string[] =>
  (page.values.get(property) ?? []) as readonly string[];

/** Sets a relation, and in a two-way one the other side's. */
export function setRelation(state: NotionState, page: Page, property: Property, ids: readonly string[]): void {
  const before = idsOf(page, property.id);
  page.values.set(property.id, ids);
  const synced = property.config["dual_property"] as { readonly synced_property_id?: string } | undefined;
  if (synced?.synced_property_id === undefined) return;
  const back = synced.synced_property_id;
  for (const id of new Set([...before, ...ids])) {
    const other = state.pages.get(id);
    if (other === undefined) continue;
    const rest = idsOf(other, back).filter((one) => one !== page.id);
    other.values.set(back, ids.includes(id) ? [...rest, page.id] : rest);
  }
}

/** The next number of a table's `unique_id`. */
export function giveNumber(source: DataSource, page: Page): void {
  const property = source.properties.find(({ type }) => type === "unique_id");
  if (property === undefined) return;
  source.lastNumber += 1;
  page.values.set(property.id, source.lastNumber);
}
