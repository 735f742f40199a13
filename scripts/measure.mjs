// Runs a program of packages/e2e that measures: bench or soak, with its options.
import { spawn } from "node:child_process";
import { ensureBrowser, findBrowser } from "./browser.mjs";
import { bin, ensureInstalled, fail, quiet, root, run } from "./install.mjs";

ensureInstalled();
await ensureBrowser();
const browser = (await findBrowser()) ?? fail("No Chromium was found.");
run(bin("turbo"), ["run", "build", "synth", "--output-logs=errors-only"]);
const [program, ...options] = process.argv.slice(2);
const measuring = spawn(
  process.execPath,
  ["--import", "tsx", `packages/e2e/src/${program}/${program}.ts`, "--browser", browser, ...options],
  { cwd: root, stdio: "inherit", env: quiet() },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => measuring.kill(signal));
measuring.on("exit", (code) => process.exit(code ?? 1));
