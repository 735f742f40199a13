import type { QrCodes } from "@serverlesspresso/contracts/qr-code";
import { type Shop, shopDay } from "@serverlesspresso/contracts/shop";
import { inMinutes, timeIn, whenIn } from "./clock-words";
import { goneOf, type ShownCode, shownCode } from "./shown-code";

/** A code that would be accepted now; `gone` is how much of its window has passed, 0 to 1. */
export interface CodeToScan {
  kind: "code";
  code: string;
  placesLeft: number;
  gone: number;
  /** When the screen shows another, as a time of day in the shop. */
  until: string;
}

/** Why nobody can order now. */
export interface Told {
  kind: "closed" | "paused" | "full" | "exhausted";
  title: string;
  text: string;
  /** When that ends, if it ends today: a time of day in the shop. */
  sign: string | null;
}

/** What the screen says about ordering; a code is only ever shown while it would be accepted. */
export type CodeState = CodeToScan | Told | { kind: "waiting" } | { kind: "stale" } | { kind: "elsewhere" };

/** Whether the wall has something to tell instead of a code. */
export function isTold(state: CodeState): state is Told {
  return "title" in state;
}

interface Known {
  shop: Shop | undefined;
  codes: QrCodes | undefined;
  /** Epoch milliseconds of the server. */
  now: number;
  stale: boolean;
  /** Whoever is signed in sees the board, and no code. */
  barred: boolean;
}

export function codeStateOf({ shop, codes, now, stale, barred }: Known): CodeState {
  if (stale) return { kind: "stale" };
  if (!shop) return { kind: "waiting" };
  if (shop.status !== "open") return restingState(shop, shop.status, now);
  if (hasCome(shop.lastOrdersAt, now)) return lastOrdersState(shop.timeZone, shop.lastOrdersAt);
  if (shop.placesLeft <= 0) return fullState(shop);
  if (barred) return { kind: "elsewhere" };
  const shown = codes && shownCode(codes, now);
  if (!shown) return { kind: "waiting" };
  return shown.placesLeft > 0 ? toScan(shown, shop, now) : exhaustedState(shown, shop.timeZone, now);
}

function hasCome(at: string | null, now: number): at is string {
  return at !== null && Date.parse(at) <= now;
}

const restingTitle = { closed: "The bar is closed", paused: "A short pause" } as const;

function restingState(shop: Shop, status: keyof typeof restingTitle, now: number): CodeState {
  const { message, reopensAt, timeZone } = shop;
  // It opens in these moments: the shop is being asked.
  if (hasCome(reopensAt, now)) return { kind: "waiting" };
  const again = reopensAt && `We are back ${whenIn(timeZone, Date.parse(reopensAt), now)}.`;
  const text = [message && sentence(message), again].filter(Boolean).join(" ");
  const sign = reopensAt && signFor(timeZone, Date.parse(reopensAt), now);
  return { kind: status, title: restingTitle[status], text: text || "See you soon.", sign };
}

function lastOrdersState(timeZone: string, lastOrdersAt: string): CodeState {
  const time = timeIn(timeZone, Date.parse(lastOrdersAt));
  return {
    kind: "closed",
    title: restingTitle.closed,
    text: `Last orders were at ${time}. See you soon.`,
    sign: null,
  };
}

function fullState({ wait }: Shop): Told {
  const minutes = wait && Math.max(1, Math.ceil(wait.fromSeconds / 60));
  const about = minutes && `For about ${minutes} ${minutes === 1 ? "minute" : "minutes"}. Scan again then.`;
  const text = about || "Every place is taken. Scan again in a moment.";
  return { kind: "full", title: "The bar is full", text, sign: null };
}

/** A time of day says enough for a sign only if it is one of today's. */
function signFor(timeZone: string, at: number, now: number): string | null {
  const isToday = shopDay(new Date(at), timeZone) === shopDay(new Date(now), timeZone);
  return isToday ? timeIn(timeZone, at) : null;
}

function toScan(shown: ShownCode, { placesLeft, timeZone }: Shop, now: number): CodeToScan {
  return {
    kind: "code",
    code: shown.code,
    placesLeft: Math.min(shown.placesLeft, placesLeft),
    gone: goneOf(shown, now),
    until: timeIn(timeZone, shown.nextAt),
  };
}

function exhaustedState({ nextAt }: ShownCode, timeZone: string, now: number): Told {
  const text = `A new code at ${timeIn(timeZone, nextAt)}, ${inMinutes(nextAt - now)}.`;
  return { kind: "exhausted", title: "This code is used up", text, sign: timeIn(timeZone, nextAt) };
}

/** "Last orders at 17:00" of a shop that will stop taking them, else null. */
export function lastOrdersWords({ status, lastOrdersAt, timeZone }: Shop, now: number): string | null {
  if (status !== "open" || lastOrdersAt === null || hasCome(lastOrdersAt, now)) return null;
  return `Last orders ${whenIn(timeZone, Date.parse(lastOrdersAt), now)}`;
}

/** The shop's own words, with the full stop that people leave out. */
function sentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}

export function placesWords(placesLeft: number): string {
  return placesLeft === 1 ? "1 place left" : `${placesLeft} places left`;
}
