import type { Page } from "@playwright/test";

/** What browsers have and a page cannot be drawn without: times of day are written by the one, ages by the other. */
const needed = {
  times: "Intl.DateTimeFormat.prototype, 'format'",
  ages: "Math, 'floor'",
} as const;

/** From the next time on that it is to draw, a page breaks: its browser has forgotten something that it needs. */
export async function breakPage(page: Page, forgotten: keyof typeof needed = "times"): Promise<void> {
  await page.evaluate(`(([owner, name]) => {
    const known = Object.getOwnPropertyDescriptor(owner, name);
    const get = () => { throw new RangeError("broken by a test"); };
    Object.defineProperty(owner, name, { configurable: true, get });
    window.mend = () => Object.defineProperty(owner, name, known);
  })([${needed[forgotten]}])`);
}

/** What broke it is over. */
export async function mendPage(page: Page): Promise<void> {
  await page.evaluate("mend()");
}
