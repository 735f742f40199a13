import type { Barista, LineRow, OpenOrder } from "./line-row";
import { newPace, usualSeconds, workVariance } from "./work-times";

/** When something is likely to be ready: seconds from now, and by how much that may be wrong. */
export interface Foresight {
  point: number;
  spread: number;
}

/** Hands that make drinks: when they are empty, and how uncertain that is, as a variance. */
interface Hands extends Pick<Barista, "pace"> {
  freeIn: number;
  variance: number;
}

/** How soon what has taken its usual time ends: the share of it that is then left. */
const softness = 0.3;
const leastLeft = 0.2;
/** Who lets so many orders go by, or does nothing for so long, is not there. */
const missedByAbsent = 3;
const idleMs = 1_800_000;
/** After so many pauses' time somebody is not just about to come: they take as long again. */
const longPauses = 4;
const pauseVariance = 0.5;
const ownShare = 0.05;
const unknownKind = { drink: "", options: 0 };

/** What is left of something that usually takes `usual` seconds and has taken `elapsed`: always more than nothing. */
export function secondsLeft(usual: number, elapsed: number): number {
  const share = Math.max(0, elapsed) / usual;
  const left = softness * Math.log1p(Math.exp((1 - share) / softness));
  return usual * Math.max(left, leastLeft * share);
}

/** The line as it stands at an instant, oldest first. */
export function openOrders({ orders }: LineRow, now: number): OpenOrder[] {
  return orders
    .filter(({ goneAt }) => goneAt > now)
    .sort((a, b) => a.submittedAt - b.submittedAt || a.number - b.number);
}

/**
 * Plays on what the baristas have before them, each drink at its usual time, each order by whoever is free
 * first. `next` is for an order that would join now.
 */
export function foresee(row: LineRow, now: number): { orders: Map<OpenOrder, Foresight>; next: Foresight } {
  const open = openOrders(row, now);
  const orders = new Map<OpenOrder, Foresight>();
  const waiting = open.filter(({ claimedAt }) => claimedAt === null);
  const bar = baristasAt(row, open, now).map(([key, barista]) => {
    const mine = open.filter((order) => order.barista === key);
    mine.sort((a, b) => (a.claimedAt ?? 0) - (b.claimedAt ?? 0));
    const untold = !barista.claims && mine.length === 0 ? waiting.shift() : undefined;
    if (untold !== undefined) mine.push(untold);
    return mine.length > 0
      ? busyHands(row, barista, mine, orders, now)
      : emptyHands(row, barista, waiting[0], now);
  });
  for (const order of waiting) orders.set(order, giveTo(row, bar, order));
  return { orders, next: giveTo(row, bar, unknownKind) };
}

/**
 * Who seems to be at work, those with empty hands the longest first: whoever has claimed something, whoever
 * would have taken it; somebody always is.
 */
function baristasAt(row: LineRow, open: readonly OpenOrder[], now: number): [string, Barista][] {
  const claimers = new Set(open.flatMap(({ barista }) => barista ?? []));
  const known = Object.entries(row.baristas).sort(([, a], [, b]) => a.freeAt - b.freeAt);
  const present = known.filter(
    ([key, { missed, freeAt }]) => claimers.has(key) || (missed < missedByAbsent && now - freeAt < idleMs),
  );
  const unknown = [...claimers].filter((key) => row.baristas[key] === undefined);
  for (const key of unknown) present.push([key, newBarista(0)]);
  if (present.length > 0) return present;
  return [known.at(-1) ?? ["", newBarista(now)]];
}

/** Somebody of whom nothing is known yet. */
export function newBarista(freeAt: number): Barista {
  return { pace: newPace, freeAt, claims: true, missed: 0 };
}

function busyHands(
  row: LineRow,
  barista: Barista,
  mine: readonly OpenOrder[],
  orders: Map<OpenOrder, Foresight>,
  now: number,
): Hands {
  const hands: Hands = { freeIn: 0, variance: 0, pace: barista.pace };
  mine.forEach((order, index) => {
    const usual = usualSeconds(row, order, barista.pace);
    const since = Math.max(order.claimedAt ?? order.submittedAt, barista.freeAt);
    const left = index === 0 ? secondsLeft(usual, (now - since) / 1000) : usual;
    hands.freeIn += left;
    hands.variance += workVariance(row, order, barista.pace) * ((usual + left) / 2) ** 2;
    orders.set(order, foresightOf(row, hands));
  });
  return afterPause(row, hands);
}

/** Time that passes without an order before them says nothing; with one, that they may be elsewhere. */
function emptyHands(row: LineRow, barista: Barista, oldest: OpenOrder | undefined, now: number): Hands {
  const { seconds } = row.pause;
  const since = oldest === undefined ? now : Math.max(barista.freeAt, oldest.submittedAt);
  const elapsed = (now - since) / 1000;
  const freeIn = elapsed > longPauses * seconds ? elapsed : secondsLeft(seconds, elapsed);
  return { freeIn, variance: pauseVariance * freeIn ** 2, pace: barista.pace };
}

function afterPause({ pause }: LineRow, { freeIn, variance, pace }: Hands): Hands {
  return { freeIn: freeIn + pause.seconds, variance: variance + pauseVariance * pause.seconds ** 2, pace };
}

/** Whoever is free first takes it; among several about then nobody knows who, so it takes their average. */
function giveTo(row: LineRow, bar: Hands[], kind: Pick<OpenOrder, "drink" | "options">): Foresight {
  const first = bar.reduce((a, b) => (b.freeIn < a.freeIn ? b : a));
  const near = bar.filter(({ freeIn }) => freeIn <= first.freeIn + row.pause.seconds);
  const ratio = near.reduce((sum, { pace }) => sum + pace.ratio, 0) / near.length;
  const pace = { ratio, variance: first.pace.variance };
  const usual = usualSeconds(row, kind, pace);
  first.freeIn += usual;
  first.variance += workVariance(row, kind, pace) * usual ** 2;
  const foresight = foresightOf(row, first);
  Object.assign(first, afterPause(row, first));
  return foresight;
}

function foresightOf({ work }: LineRow, { freeIn, variance }: Hands): Foresight {
  const common = work.variance + ownShare ** 2;
  return { point: freeIn, spread: Math.sqrt(variance + common * freeIn ** 2) };
}
