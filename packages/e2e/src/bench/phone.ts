import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, devices, type Page } from "@playwright/test";
import { Customer } from "../actors";
import type { Stack } from "../stack";

/** What a browser needs not do while it is measured. */
export const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * A phone as a person holds it, with motion, in a browser of its own.
 * @param executablePath of the browser; @param args further flags of it
 */
export async function withPhone<Result>(
  executablePath: string,
  stack: Stack,
  use: (customer: Customer, context: BrowserContext) => Promise<Result>,
  args: readonly string[] = [],
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "serverlesspresso-phone-"));
  const { viewport, userAgent } = devices["Pixel 7"];
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: [...quiet, ...args],
    ...{ viewport, userAgent, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  });
  try {
    return await use(
      new Customer(await firstPage(context), stack, `bench.${Date.now()}@example.com`),
      context,
    );
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function firstPage(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? (await context.newPage());
}
