import { setTimeout as wait } from "node:timers/promises";
import type { Locator } from "@playwright/test";

/** How long a finger stays on the glass. */
const touchMs = 70;
/** Until a page has answered where something stands. */
const answeredMs = 150;

/**
 * Touches something as a finger does: for a moment, and asking the page nothing. `tap` looks at the page with
 * scripts of its own in the instant of the touch, which on a slow phone is what the touch then waits for.
 */
export async function touch(what: Locator): Promise<void> {
  await what.scrollIntoViewIfNeeded();
  const box = await what.boundingBox();
  if (box === null) throw new Error(`${what} is not shown`);
  const page = what.page();
  const devtools = await page.context().newCDPSession(page);
  const finger = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await wait(answeredMs);
  await devtools.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [finger] });
  await wait(touchMs);
  await devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await devtools.detach();
}
