/** The credential that the adapters find; a test looks for it in all that they tell. */
export const TOKEN = "minga-secret-token";
