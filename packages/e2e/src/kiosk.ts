import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "@playwright/test";

const script = fileURLToPath(new URL("../../../scripts/kiosk.mjs", import.meta.url));

export interface Kiosk {
  /** The browser that runs now, once there is one; another after each crash. */
  attach(): Promise<Browser>;
  stop(): Promise<void>;
}

/** `npm run kiosk` without a screen; its `browser` can be looked at through `port`. */
export function startKiosk(url: string, port: number, browser: string): Kiosk {
  const profile = mkdtempSync(join(tmpdir(), "serverlesspresso-kiosk-"));
  const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", `--remote-debugging-port=${port}`];
  const where = ["--url", url, "--profile", profile, "--browser", browser];
  const kiosk = spawn(process.execPath, [script, ...where, "--", ...flags], { stdio: "ignore" });
  const gone = new Promise((done) => kiosk.once("exit", done));
  return {
    async attach() {
      for (let tries = 0; tries < 200; tries += 1) {
        const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`).catch(() => null);
        if (browser) return browser;
        await wait(100);
      }
      throw new Error("the kiosk has no browser");
    },
    async stop() {
      kiosk.kill("SIGTERM");
      await gone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
