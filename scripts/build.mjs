// `npm run build`
import { ensureInstalled } from "./install.mjs";
import { turbo } from "./tools.mjs";

ensureInstalled();
process.exitCode = turbo(["build", "--output-logs=new-only"]).status;
