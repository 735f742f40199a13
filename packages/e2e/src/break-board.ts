import type { Page } from "@playwright/test";

/** From its next second on the board breaks as it is drawn: its browser has forgotten how to tell the time. */
export async function breakBoard(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, { keptFormat: Intl.DateTimeFormat });
    Object.assign(Intl, {
      DateTimeFormat: function DateTimeFormat() {
        throw new RangeError("The board was broken by a test.");
      },
    });
  });
}

/** What broke it is over. */
export async function mendBoard(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(Intl, { DateTimeFormat: Reflect.get(window, "keptFormat") }));
}
