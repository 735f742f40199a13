import { expect, type Page } from "@playwright/test";
import { z } from "zod";

const Shift = z.object({ value: z.number(), moved: z.array(z.string()) });
type Shift = z.infer<typeof Shift>;

/** Everything that has moved on a page by itself, as a share of the window, since the watch began. */
export interface Shifts {
  isStill(): void;
}

/** Less than one line of text that comes above a page. */
const seen = 0.02;

/** Watches what moves under a finger. What a tap itself moves is not counted. */
export async function watchShifts(page: Page): Promise<Shifts> {
  const shifts: Shift[] = [];
  await page.exposeFunction("noteShift", (told: unknown) => void shifts.push(Shift.parse(told)));
  await page.addInitScript(noteShifts);
  await page.evaluate(noteShifts);
  return {
    isStill() {
      const total = shifts.reduce((sum, { value }) => sum + value, 0);
      expect(total, JSON.stringify(shifts, null, 2)).toBeLessThan(seen);
    },
  };
}

/** Runs in the page. The browser's own measure leaves out all of half a second after a tap, answers and all. */
function noteShifts(): void {
  const taps: { from: number; to: number }[] = [];
  const tapped = () => {
    const tap = { from: performance.now(), to: Number.POSITIVE_INFINITY };
    taps.push(tap);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => setTimeout(() => Object.assign(tap, { to: performance.now() }))),
    );
  };
  for (const type of ["click", "keydown", "input"]) addEventListener(type, tapped, { capture: true });
  const isOwn = (at: number) => taps.some(({ from, to }) => from <= at && at <= to);
  const told = (list: PerformanceObserverEntryList) => {
    for (const entry of list.getEntries()) {
      if (isOwn(entry.startTime)) continue;
      // TypeScript does not know these entries: https://wicg.github.io/layout-instability
      const { value, sources } = entry as unknown as { value: number; sources: { node: Node | null }[] };
      const moved = sources.map(({ node }) => node?.textContent?.slice(0, 60) ?? "");
      // Given by `exposeFunction`.
      (window as unknown as { noteShift(told: object): void }).noteShift({ value, moved });
    }
  };
  new PerformanceObserver(told).observe({ type: "layout-shift" });
}
