import { spawnSync } from "node:child_process";
import { ensureBrowser } from "./browser.mjs";
import { bin, ensureInstalled, quiet, root } from "./install.mjs";

const full = process.argv.includes("--full");

ensureInstalled();
await ensureBrowser();

const steps = [
  ["format and lint", bin("biome"), ["check", "."]],
  ["boundaries", bin("turbo"), ["boundaries"]],
  ["types, unit tests, template", bin("turbo"), ["run", "typecheck", "test", "--output-logs=new-only"]],
  ["build", bin("turbo"), ["run", "build", "synth", "--output-logs=errors-only"]],
  ["JavaScript of the first load", process.execPath, [`${root}scripts/first-load.mjs`]],
  ["end to end", bin("playwright"), ["test", "--project=journeys", ...(full ? ["--project=desktop"] : [])]],
  ["end to end, from another network", bin("playwright"), ["test", "--project=network"]],
];

let failed = 0;
for (const [name, command, args] of steps) {
  const began = Date.now();
  console.log(`\n── ${name}`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    env: quiet(full ? { TEST_FULL: "1" } : {}),
  });
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  console.log(`── ${name}: ${status === 0 ? "passed" : "FAILED"} in ${seconds} s`);
  if (status !== 0) failed += 1;
}
console.log(`\n${steps.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
