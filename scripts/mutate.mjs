// Breaks the order's life and the leases in every small way, and counts how many of the breaks a test notices.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, fail, quiet, root, run } from "./install.mjs";

const version = "9.6.1";
// Values of a module are left out (`ignoreStatic`): under vitest 4.1 this version never activates their mutants.
// Not in the lock file: 64 MB that nothing else needs. Below node_modules, so that it finds our own vitest.
const folder = join(root, "node_modules/.cache/stryker");
const stryker = join(folder, "node_modules/@stryker-mutator/core/bin/stryker.js");

ensureInstalled();
if (!existsSync(stryker)) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"private":true}');
  const packages = ["core", "vitest-runner"].map((name) => `@stryker-mutator/${name}@${version}`);
  run("npm", [
    "install",
    "--prefix",
    folder,
    "--legacy-peer-deps",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    ...packages,
  ]);
}
for (const workspace of ["contracts", "api"]) {
  const cwd = join(root, "packages", workspace);
  const args = [stryker, "run", ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { cwd, stdio: "inherit", env: quiet() });
  if (status !== 0) fail(`Too many breaks of ${workspace} went unnoticed.`);
}
