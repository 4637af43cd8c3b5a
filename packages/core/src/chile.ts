export { chilePlaces, chilePopulations } from "./section/chile.ts";
export { defaultSection } from "./section/default.ts";
