import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/browser.mjs";

const executablePath = await findBrowser();

export default defineConfig({
  testDir: "packages/e2e/src",
  // `npm run screens` takes the pictures of docs/screens.
  testMatch: process.env.SCREENS ? "**/*.pictures.ts" : "**/*.spec.ts",
  fullyParallel: false,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  // What an order's life came to, as it was recorded; `npx playwright test recorded-orders -u` records it anew.
  snapshotPathTemplate: "{testDir}/{testFileDir}/recorded/{arg}{ext}",
  outputDir: "test-results",
  globalTeardown: "./packages/e2e/src/report-scans.ts",
  use: {
    ...devices["Desktop Chrome"],
    // Without a graphics card each picture of a film is painted by the processor that the test needs.
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
