/**
 * An id as it may be shown. Sheets sometimes use the e-mail address as the id: then the row's address has to do.
 *
 * @example
 * shownId("p17"); // "p17"
 * shownId("ana@ejemplo.cl"); // null
 */
export const shownId = (id: string | null): string | null => (id === null || id.includes("@") ? null : id);
