import type { WaitEstimate } from "@serverlesspresso/contracts/shop";
import type { Foresight } from "./foresee";
import type { LineRow } from "./line-row";

/** With fewer drinks measured a range would be a guess. */
const fewestDrinks = 3;
/** So many are ready by the upper end, and so many before the lower one. */
const wanted = 0.88;
const early = 0.25;
/** How far one order moves the aim, and how far it may go. */
const step = 0.03;
const aims = { least: 0.7, most: 0.97 } as const;
const missesKept = 50;

/** Misses that stand in until a shop has its own: those of other shops, evenly picked. */
const usualMisses = [-1.3, -1, -0.8, -0.65, -0.5, -0.35, -0.2, -0.05, 0.1, 0.25, 0.45, 0.7, 1, 1.4, 2.1];

/** The value below which this share of the values lies, between two of them by proportion. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = Math.min(sorted.length - 1, Math.max(0, share * (sorted.length + 1) - 1));
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place % 1);
}

/**
 * The range to tell for a foresight: its ends are where earlier orders of this shop ended, in view of how
 * far off their foresights were (conformal prediction). Null until enough was measured.
 */
export function waitRange(row: LineRow, { point, spread }: Foresight): WaitEstimate | null {
  if (row.work.count < fewestDrinks) return null;
  const misses = [...usualMisses, ...row.misses].slice(-missesKept);
  const end = (share: number) => Math.max(0, point + quantile(misses, share) * spread);
  const fromSeconds = Math.floor(end(early));
  return { fromSeconds, toSeconds: Math.max(fromSeconds + 1, Math.ceil(end(row.aim))) };
}

/**
 * Learns from an order that took so many seconds. The aim moves against each miss of the upper end, so that
 * the wanted share holds whatever the misses do (Gibbs and Candès, 2021, arXiv 2106.00170).
 */
export function learnMiss(
  row: LineRow,
  told: Foresight & { until: number },
  tookSeconds: number,
): Pick<LineRow, "misses" | "aim"> {
  const miss = Math.round((100 * (tookSeconds - told.point)) / told.spread) / 100;
  const moved = row.aim + step * (tookSeconds > told.until ? wanted : wanted - 1);
  return {
    misses: [...row.misses, miss].slice(-missesKept),
    aim: Math.min(aims.most, Math.max(aims.least, Number(moved.toFixed(4)))),
  };
}
