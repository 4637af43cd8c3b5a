import type { Parent, Thing, Version } from "./model.ts";
import { type RichText, textOf } from "./rich-text.ts";

/** Times of pages, data sources and blocks are cut to the minute. */
const minute = (time: number): string => new Date(Math.floor(time / 60_000) * 60_000).toISOString();

/** Times of databases and views are not, and are written with their distance from UTC. */
export const exact = (time: number): string => new Date(time).toISOString().replace("Z", "+00:00");

const userRef = (id: string) => ({ object: "user", id });

/** What pages, data sources and blocks have in common. */
export const common = (thing: Thing) => ({
  id: thing.id,
  created_time: minute(thing.createdAt),
  last_edited_time: minute(thing.editedAt),
  created_by: userRef(thing.createdBy),
  last_edited_by: userRef(thing.editedBy),
});

/** The older version tells the trash by a second name. */
export const trash = (thing: Thing, version: Version) => (version === "2025-09-03" ? { archived: thing.inTrash } : {});

export const parentJson = (parent: Parent) =>
  parent.type === "workspace"
    ? { type: "workspace", workspace: true }
    : { type: parent.type, [parent.type]: parent.id };

export function urlOf(id: string, title: readonly RichText[] = []): string {
  const words = textOf(title)
    .normalize("NFKD")
    .replaceAll(/[^\w]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return `https://www.notion.so/${words === "" ? "" : `${words}-`}${id.replaceAll("-", "")}`;
}
