/** The column that tells rows apart where no column of the section's does. */
export const KEY_COLUMN = "Clave minga";

/** Whether a table or a column is one that minga keeps for itself in a section's place: it holds nothing of the section's. */
export const isOwnName = (name: string): boolean => /^clave minga$|\(minga\)$/i.test(name.trim());
