import type { Page } from "@playwright/test";

/**
 * Watches in the page for something that `selector` finds and whose text matches `pattern`. What it answers
 * resolves to when that was painted, epoch ms. Nobody asks from outside meanwhile: that would cost time too.
 */
export async function whenPainted(
  page: Page,
  selector: string,
  pattern = "",
): Promise<() => Promise<number>> {
  // tsx gives each function its name by a helper that a page does not have.
  await page.evaluate("globalThis.__name ??= (named) => named");
  const handle = await page.evaluateHandle(watch, { selector, pattern });
  return () => handle.evaluate(({ painted }) => painted);
}

/** Runs in the page. Wrapped, so that handing it out does not wait for it. */
function watch({ selector, pattern }: { selector: string; pattern: string }): { painted: Promise<number> } {
  const isThere = () =>
    [...document.querySelectorAll(selector)].some((node) =>
      new RegExp(pattern).test(node.textContent?.trim() ?? ""),
    );
  const painted = new Promise<number>((resolve) => {
    // A message posted in a frame comes after that frame was painted.
    const afterPaint = () =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(null);
      });
    if (isThere()) return afterPaint();
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      afterPaint();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return { painted };
}

/** Notes when the screen was touched last; to be asked for by `lastTouch`. */
export async function noteTouches(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener(
      "pointerdown",
      ({ timeStamp }) => {
        document.documentElement.dataset.touchedAt = String(performance.timeOrigin + timeStamp);
      },
      true,
    );
  });
}

/** Epoch ms of the last touch. */
export async function lastTouch(page: Page): Promise<number> {
  return Number(await page.evaluate(() => document.documentElement.dataset.touchedAt));
}
