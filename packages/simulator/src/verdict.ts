import type { Ending, Outcome } from "./robot-customer";

/** How a day went, and how honest its waits were. Times are seconds, shares from 0 to 1. */
export interface Verdict {
  visits: number;
  endings: Partial<Record<Ending, number>>;
  /** Drinks that got ready, and how many of their customers were told a range when they ordered. */
  ready: number;
  told: number;
  waitP50: number;
  waitP90: number;
  /** Ready by the upper end, and before the lower one. */
  covered: number;
  early: number;
  /** The median range's width over the median wait, and the median of each order's own. */
  width: number;
  widthEach: number;
}

/** What the estimate has to hold. */
export const bounds = { leastCovered: 0.8, mostCovered: 0.95, mostWidth: 0.6 } as const;

/** With fewer orders chance alone breaks the bounds. */
const fewestToJudge = 40;

interface Told {
  wait: number;
  from: number;
  to: number;
}

/** Sums up what happened. */
export function verdictOf(outcomes: readonly Outcome[]): Verdict {
  const endings: Verdict["endings"] = {};
  for (const { ending } of outcomes) endings[ending] = (endings[ending] ?? 0) + 1;
  const waits = outcomes.flatMap((outcome) => waitOf(outcome) ?? []);
  const told = outcomes.flatMap((outcome) => toldOf(outcome) ?? []);
  const share = (holds: (each: Told) => boolean) => told.filter(holds).length / told.length;
  const median = (value: (each: Told) => number) => quantile(told.map(value), 0.5);
  return {
    visits: outcomes.length,
    endings,
    ready: waits.length,
    told: told.length,
    waitP50: quantile(waits, 0.5),
    waitP90: quantile(waits, 0.9),
    covered: share(({ wait, to }) => wait <= to),
    early: share(({ wait, from }) => wait < from),
    width: median(({ from, to }) => to - from) / median(({ wait }) => wait),
    widthEach: median(({ wait, from, to }) => (to - from) / wait),
  };
}

/** What is wrong with the promise that was made on a day, or on several together; null if nothing is. */
export function coverageFault({ told, covered }: Verdict): string | null {
  if (told < fewestToJudge) return `only ${told} orders were told a range`;
  if (covered < bounds.leastCovered) return "too many were ready later than told";
  return covered > bounds.mostCovered ? "the upper end is further away than it has to be" : null;
}

/** What is wrong with how much the ranges say: chance makes one day's wide, so that days are judged together. */
export function widthFault({ width }: Verdict): string | null {
  return width > bounds.mostWidth ? "the ranges are too wide" : null;
}

function waitOf({ submittedAt, readyAt }: Outcome): number | null {
  return submittedAt === null || readyAt === null ? null : (readyAt - submittedAt) / 1000;
}

/** From when they were told: it may have been a moment after they ordered. */
function toldOf({ readyAt, told }: Outcome): Told | null {
  if (readyAt === null || !told?.wait) return null;
  const { fromSeconds, toSeconds } = told.wait;
  return { wait: (readyAt - told.at) / 1000, from: fromSeconds, to: toSeconds };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
