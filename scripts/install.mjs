import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const marker = `${root}node_modules/.installed-from`;

/** Installs what the lock file names unless exactly that is installed already. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Node ${process.versions.node} is too old: this needs 20.19 or later.`);
  }
  if (existsSync(marker) && readFileSync(marker, "utf8") === installable()) return;
  console.log("Installing what the lock file names …");
  run("npm", ["ci", "--no-audit", "--no-fund"]);
  markInstalled();
}

/** Notes what is installed now; npm calls it, too, so that nothing is installed again after `npm ci` by hand. */
export function markInstalled() {
  writeFileSync(marker, installable());
}

/** What an install depends on: the lock file, and for whom binaries were chosen. */
function installable() {
  return createHash("sha256")
    .update(readFileSync(`${root}package-lock.json`))
    .update(`${process.platform}-${process.arch}-${process.versions.modules}`)
    .digest("hex");
}

/** Runs a command to its end and ends this process if it failed. */
export function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", env: quiet(env) });
  if (error) fail(`${command} could not be started: ${error.message}`);
  if (status !== 0) fail(`${command} ${args.join(" ")} failed.`);
}

/** The environment for tools that would otherwise report home, or say at each start which Node they will want. */
export function quiet(env = {}) {
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_NO_UPDATE_NOTIFIER: "1",
    DO_NOT_TRACK: "1",
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    ...env,
  };
}

/** The path of an installed package's command. */
export function bin(name) {
  return `${root}node_modules/.bin/${name}`;
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}
