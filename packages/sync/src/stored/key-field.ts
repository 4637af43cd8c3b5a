/** The field that tells rows apart where no column of the section's does. */
export const KEY_FIELD = "Clave minga";
