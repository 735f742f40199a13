import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { bin, fail, quiet, root } from "./install.mjs";

const systemBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The Chromium to test with: Playwright's own, else the system's; undefined where there is neither. */
export async function findBrowser() {
  const { chromium } = await import("@playwright/test");
  return [chromium.executablePath(), ...systemBrowsers].find((path) => path && existsSync(path));
}

/** Finds a browser, or fetches one: Playwright's download, then Debian's package. */
export async function ensureBrowser() {
  if (await findBrowser()) return;
  console.log("No Chromium here: fetching one …");
  attempt(bin("playwright"), ["install", "chromium"]);
  if (await findBrowser()) return;
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  attempt(...command([...sudo, "apt-get", "update"]));
  attempt(...command([...sudo, "apt-get", "install", "-y", "--no-install-recommends", "chromium"]));
  if (await findBrowser()) return;
  fail("No Chromium could be installed. Install one (Debian: apt-get install chromium) and try again.");
}

function attempt(name, args) {
  return spawnSync(name, args, { cwd: root, stdio: "inherit", env: quiet() });
}

function command([name, ...args]) {
  return [name, args];
}
