// Installs the dependencies if node_modules is not what package-lock.json says. Plain Node 20, no dependencies: it runs
// before anything is installed. As root `postinstall` (--stamp) it only notes that an install by hand was complete.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stampFile = join(root, "node_modules", ".minga-installed");

function stamp() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  return `${lock} ${process.platform} ${process.arch}\n`;
}

/** Leaves node_modules as package-lock.json says, or ends the process with npm's own message. */
export function ensureInstalled() {
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp()) return;
  console.log("Installing the dependencies that package-lock.json lists (under a minute, only when they change) ...");
  // npm's own script and the Node that runs npm: the one in node_modules is about to be replaced.
  const npm = process.env["npm_execpath"];
  const [command, ...args] = npm ? [process.env["npm_node_execpath"] ?? process.execPath, npm, "ci"] : ["npm", "ci"];
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 28,
    shell: process.platform === "win32" && !npm,
  });
  if (status !== 0) {
    console.error(
      `${stdout ?? ""}${stderr ?? ""}${error ? `${error.message}\n` : ""}The dependencies could not be installed.`,
    );
    process.exit(1);
  }
  writeFileSync(stampFile, stamp());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes("--stamp")) writeFileSync(stampFile, stamp());
  else ensureInstalled();
}
