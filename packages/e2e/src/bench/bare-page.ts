import type { Page } from "@playwright/test";
import { FeltEvents } from "./felt-events";
import { inp } from "./felt-figures";
import { touch } from "./touch";

const taps = 10;
/** What is answered sooner, no browser tells. */
const leastToldMs = 16;

/**
 * The slowest of some taps on a page that has nothing to do: less is not to be had of this machine now.
 * @param page a new one; @param rate by how much it is slowed down
 */
export async function bareMs(page: Page, rest: () => Promise<unknown>, rate = 1): Promise<number> {
  const felt = await FeltEvents.of(page);
  await page.goto("data:text/html,<button onclick='this.textContent += 1'>Tap</button>");
  await felt.slow(rate);
  for (let tap = 0; tap < taps; tap += 1) {
    await touch(page.getByRole("button"));
    await rest();
  }
  return Math.max(leastToldMs, inp(felt.all));
}
