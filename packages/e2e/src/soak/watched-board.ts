import type { CDPSession, Page } from "@playwright/test";
import { z } from "zod";
import type { Reading } from "./readings";

const Metrics = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });

/** A column of the board: the numbers that stand there, and how many its head says there are. */
const Column = z.object({ numbers: z.array(z.number()), told: z.number() });
export const Board = z.object({ Preparing: Column, Ready: Column });
export type Board = z.infer<typeof Board>;

/** Tells of the board whenever it has changed, over all lives of the page; to be called before it is opened. */
export async function watchBoard(page: Page, changed: (board: Board) => void): Promise<void> {
  await page.exposeFunction("boardChanged", (board: unknown) => changed(Board.parse(board)));
  // What runs these files by name keeps the names of functions, by a helper that no page has.
  await page.addInitScript("globalThis.__name ??= (named) => named");
  await page.addInitScript(() => {
    let before = "";
    const columnOf = (name: string) => {
      const column = document.querySelector(`section[aria-label="${name}"]`);
      const cells = [...(column?.querySelectorAll("li .numerals") ?? [])];
      const told = Number(column?.querySelector("h2 + p")?.textContent ?? 0);
      return { numbers: cells.map(({ textContent }) => Number(textContent)), told };
    };
    const look = () => {
      const board = { Preparing: columnOf("Preparing"), Ready: columnOf("Ready") };
      const now = JSON.stringify(board);
      if (now !== before) void Reflect.get(window, "boardChanged")(board);
      before = now;
    };
    document.addEventListener("DOMContentLoaded", () => {
      look();
      const watched = { childList: true, subtree: true, characterData: true };
      new MutationObserver(look).observe(document.body, watched);
    });
  });
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
