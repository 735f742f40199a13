import type { Page } from "@playwright/test";
import type { Progress } from "./rush";

/** What a screen showed, at some instant from `from` to `until`, epoch ms. */
export interface Look {
  from: number;
  until: number;
  open: readonly number[];
  ready: readonly number[];
}

/** Reads the numbers off the barista's screen, as they stand there. */
export async function lookAtQueue(page: Page): Promise<Look> {
  const from = Date.now();
  const [open = [], ready = []] = await page.evaluate(() =>
    ["To make", "Ready"].map((name) => {
      const lane = [...document.querySelectorAll("section")].find((section) => {
        const heading = document.getElementById(section.getAttribute("aria-labelledby") ?? "");
        return heading?.textContent?.startsWith(name);
      });
      const tickets = [...(lane?.querySelectorAll("article") ?? [])];
      return tickets.map((ticket) => Number(ticket.getAttribute("aria-label")?.replace(/\D/g, "")));
    }),
  );
  return { from, until: Date.now(), open, ready };
}

/** A screen may be so far behind. */
const graceMs = 3_000;

/** What is wrong with what a screen showed, in words; nothing if all is right. */
export function wrongIn({ from, until, open, ready }: Look, orders: readonly Progress[]): string[] {
  const known = from - graceMs;
  const byNumber = new Map(orders.map((order) => [order.number, order]));
  const wrong: string[] = [];
  const shown = [...open, ...ready];
  const twice = shown.filter((number, index) => shown.indexOf(number) !== index);
  if (twice.length > 0) wrong.push(`shown twice: ${twice}`);
  const missed = orders.filter(
    (order) => order.submitted < known && order.completing > until && !open.includes(order.number),
  );
  if (missed.length > 0) wrong.push(`missed: ${missed.map(({ number }) => number)}`);
  const uncalled = orders.filter(
    (order) => order.completed < known && order.collecting > until && !ready.includes(order.number),
  );
  if (uncalled.length > 0) wrong.push(`missed on the counter: ${uncalled.map(({ number }) => number)}`);
  const made = open.filter((number) => (byNumber.get(number)?.completed ?? Number.NaN) < known);
  const gone = ready.filter((number) => (byNumber.get(number)?.collected ?? Number.NaN) < known);
  if (made.length + gone.length > 0) wrong.push(`still shown: ${[...made, ...gone]}`);
  const ages = open.flatMap((number) => byNumber.get(number)?.submittedAt ?? []);
  if (!isSorted(ages)) wrong.push(`out of order: ${open}`);
  const waits = ready.flatMap((number) => byNumber.get(number)?.completedAt ?? []);
  if (!isSorted(waits)) wrong.push(`out of order on the counter: ${ready}`);
  return wrong;
}

function isSorted(times: readonly string[]): boolean {
  return times.every((time, index) => time >= (times[index - 1] ?? ""));
}
