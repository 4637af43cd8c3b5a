// Loaded by vitest before the tests of `npm run test:deep`: one seed for every property, so that what failed can be had again.
import * as fc from "fast-check";

const seed = process.env["MINGA_SEED"];
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
