import { defineConfig, devices, type Project } from "@playwright/test";
import type { BarDevice } from "./packages/e2e/src/actors";
import { findBrowser } from "./scripts/browser.mjs";

const executablePath = await findBrowser();

const networkSpec = "**/local-network.spec.ts";
const journeys: Project<BarDevice> = { name: "journeys", testIgnore: networkSpec };
/** The barista's journeys are made on a tablet; `npm run test:full` makes them on a large screen, too. */
const desktop: Project<BarDevice> = { name: "desktop", grep: / B\d+ /, use: { desktop: true } };
/** It adds an address to the machine, at which browsers drop what they are asking: `npm test` runs it alone. */
const network: Project<BarDevice> = {
  name: "network",
  testMatch: networkSpec,
  // Each run empties its own: what failed before it is still to be looked at.
  outputDir: "test-results/network",
};
/** `npm run screens` takes the pictures of docs/screens. */
const pictures: Project<BarDevice> = { name: "pictures", testMatch: "**/*.pictures.ts" };

function projects(): Project<BarDevice>[] {
  if (process.env.SCREENS) return [pictures];
  return [journeys, ...(process.env.TEST_FULL ? [desktop] : []), network];
}

export default defineConfig<BarDevice>({
  testDir: "packages/e2e/src",
  testMatch: "**/*.spec.ts",
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
  projects: projects(),
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
