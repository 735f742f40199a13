import { newBarista } from "./foresee";
import { type Barista, baristaKey, type LineRow, type OpenOrder } from "./line-row";
import { learnMiss } from "./wait-range";
import { learnWork } from "./work-times";

/** A longer pause is a break, or a shop without customers. */
const longestPauseSeconds = 300;
const slowestPause = 3;
const usualPauseSeconds = 10;
const pauseGain = 0.06;
const baristasKept = 8;
/** After so long without a drink it may be another day: what was learned is less certain. */
const nightMs = 3 * 3_600_000;
const overnight = { work: 0.05, pace: 0.01, missesKept: 20 } as const;

/** The line once a barista has taken an order, which is not in it yet, and what that tells of their pauses. */
export function startOrder(row: LineRow, order: OpenOrder, at: number): LineRow {
  const key = order.barista ?? "";
  const known = row.baristas[key];
  const isFirst = !row.orders.some(({ barista }) => barista === key);
  const pause = known && isFirst && !order.isRecalled ? learnPause(row, known, order, at) : row.pause;
  const barista: Barista = { ...(known ?? newBarista(at)), claims: true, missed: 0 };
  return {
    ...row,
    orders: [...row.orders, order],
    pause,
    baristas: withBarista(missedByOthers(row, key), key, barista),
  };
}

/** The line once an order is ready, which is in it no more, and what that tells of work and of foresight. */
export function finishOrder(
  row: LineRow,
  order: OpenOrder | undefined,
  userId: string | null,
  at: number,
): LineRow {
  const key = baristaKey(userId ?? "");
  const learned = isNight(row, at) ? rested(row) : row;
  const known = learned.baristas[key] ?? newBarista(0);
  const claims = order === undefined ? known.claims : order.claimedAt !== null;
  const baristas = claims ? learned.baristas : missedByOthers(learned, key);
  const barista: Barista = { ...known, freeAt: at, claims, missed: 0 };
  if (order === undefined || order.isRecalled) {
    return { ...learned, baristas: withBarista(baristas, key, barista) };
  }
  // Of two that they took together the second was only begun when the first was done.
  const began = Math.max(order.claimedAt ?? order.submittedAt, known.freeAt);
  const taught = learnWork(learned, order, known.pace, Math.max(0, at - began) / 1000);
  const off = order.told && learnMiss(learned, order.told, (at - order.submittedAt) / 1000);
  return {
    ...taught.row,
    ...off,
    baristas: withBarista(baristas, key, { ...barista, pace: taught.pace }),
  };
}

function learnPause({ pause }: LineRow, { freeAt }: Barista, order: OpenOrder, at: number): LineRow["pause"] {
  const took = (at - Math.max(freeAt, order.submittedAt)) / 1000;
  if (took < 0 || took > longestPauseSeconds) return pause;
  const counted = Math.min(took, slowestPause * Math.max(pause.seconds, usualPauseSeconds));
  const gain = Math.max(pauseGain, 1 / (pause.count + 2));
  const seconds = Math.max(1, pause.seconds + gain * (counted - pause.seconds));
  return { seconds: Math.round(seconds * 100) / 100, count: pause.count + 1 };
}

/** An order went by those whose hands were empty. */
function missedByOthers({ orders, baristas }: LineRow, taker: string): LineRow["baristas"] {
  return Object.fromEntries(
    Object.entries(baristas).map(([key, barista]) => {
      const isBusy = key === taker || orders.some((order) => order.barista === key);
      return [key, isBusy ? barista : { ...barista, missed: barista.missed + 1 }];
    }),
  );
}

function withBarista(baristas: LineRow["baristas"], key: string, barista: Barista): LineRow["baristas"] {
  const { [key]: _, ...others } = baristas;
  const latest = Object.entries(others).sort(([, a], [, b]) => b.freeAt - a.freeAt);
  return { [key]: barista, ...Object.fromEntries(latest.slice(0, baristasKept - 1)) };
}

function isNight({ baristas }: LineRow, at: number): boolean {
  const latest = Math.max(...Object.values(baristas).map(({ freeAt }) => freeAt));
  return Number.isFinite(latest) && at - latest > nightMs;
}

function rested(row: LineRow): LineRow {
  const { work, baristas, misses } = row;
  const awake = Object.entries(baristas).map(([key, { pace, ...barista }]) => [
    key,
    { ...barista, pace: { ...pace, variance: pace.variance + overnight.pace } },
  ]);
  return {
    ...row,
    work: { ...work, variance: work.variance + overnight.work },
    baristas: Object.fromEntries(awake),
    misses: misses.slice(-overnight.missesKept),
  };
}
