import { spawn } from "node:child_process";
import { ensureBrowser, findBrowser } from "./browser.mjs";
import { bin, ensureInstalled, fail, quiet, root, run } from "./install.mjs";

ensureInstalled();
await ensureBrowser();
const browser = (await findBrowser()) ?? fail("No Chromium was found.");
run(bin("turbo"), ["run", "build", "synth", "--output-logs=errors-only"]);
const bench = spawn(
  process.execPath,
  ["--import", "tsx", "packages/e2e/src/bench/bench.ts", "--browser", browser, ...process.argv.slice(2)],
  { cwd: root, stdio: "inherit", env: quiet() },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => bench.kill(signal));
bench.on("exit", (code) => process.exit(code ?? 1));
