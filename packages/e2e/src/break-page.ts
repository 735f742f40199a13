import type { Page } from "@playwright/test";

/** From the next time on that it is to draw, a page breaks: its browser has forgotten how to tell the time. */
export async function breakPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { prototype } = Intl.DateTimeFormat;
    const format = Object.getOwnPropertyDescriptor(prototype, "format") ?? {};
    Object.defineProperty(prototype, "format", {
      configurable: true,
      get() {
        throw new RangeError("broken by a test");
      },
    });
    Object.assign(window, { mend: () => Object.defineProperty(prototype, "format", format) });
  });
}

/** What broke it is over. */
export async function mendPage(page: Page): Promise<void> {
  await page.evaluate("mend()");
}
