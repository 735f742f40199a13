import type { CDPSession, Page } from "@playwright/test";
import { z } from "zod";
import type { Reading } from "./readings";

const Metrics = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });
const Shown = z.record(z.string(), z.array(z.number()));

/** Notes every number that ever stands in a column of the board; to be called before the page is opened. */
export async function noteNumbers(page: Page): Promise<() => Promise<Record<string, number[]>>> {
  // What runs these files by name keeps the names of functions, by a helper that no page has.
  await page.addInitScript("globalThis.__name ??= (named) => named");
  await page.addInitScript(() => {
    const shown: Record<string, Set<number>> = { Preparing: new Set(), Ready: new Set() };
    const note = () => {
      for (const [column, numbers] of Object.entries(shown)) {
        const cells = document.querySelectorAll(`section[aria-label="${column}"] li .numerals`);
        for (const cell of cells) numbers.add(Number(cell.textContent));
      }
    };
    document.addEventListener("DOMContentLoaded", () => {
      new MutationObserver(note).observe(document.body, {
        childList: true,
        subtree: true,
        characterData: true,
      });
    });
    const told = () => Object.fromEntries(Object.entries(shown).map(([column, set]) => [column, [...set]]));
    Object.assign(window, { shownNumbers: told });
  });
  return async () => Shown.parse(await page.evaluate(() => Reflect.get(window, "shownNumbers")()));
}

/** What the page holds now, while so many orders are shown on it. */
export async function readPage(devtools: CDPSession, hour: number, shown: number): Promise<Reading> {
  await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = Metrics.parse(await devtools.send("Performance.getMetrics"));
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? 0;
  return {
    hour,
    shown,
    heapBytes: metric("JSHeapUsedSize"),
    nodes: metric("Nodes"),
    listeners: metric("JSEventListeners"),
  };
}
