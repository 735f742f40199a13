import { defaultEventId } from "@serverlesspresso/contracts/names";
import type { QrCodes } from "@serverlesspresso/contracts/qr-code";
import type { Shop } from "@serverlesspresso/contracts/shop";

/** What the screen says about ordering; a code is only ever shown while it would be accepted. */
export type CodeState =
  | { kind: "code"; code: string; placesLeft: number | null }
  | { kind: "waiting" }
  | { kind: "stale" }
  | { kind: "closed" | "paused"; title: string; text: string }
  | { kind: "full"; title: string; text: string };

interface Known {
  shop: Shop | undefined;
  codes: QrCodes | undefined;
  stale: boolean;
}

export function codeStateOf({ shop, codes, stale }: Known): CodeState {
  if (stale) return { kind: "stale" };
  if (!shop) return { kind: "waiting" };
  if (shop.status !== "open") return restingState(shop, shop.status);
  if (shop.placesLeft <= 0) return { kind: "full", title: "The bar is full", text: fullText(shop) };
  if (!codes) return { kind: "waiting" };
  const { code, placesLeft } = codes.current;
  if (placesLeft === 0) return { kind: "full", title: "This code is used up", text: "A new one comes soon." };
  return { kind: "code", code, placesLeft: Math.min(shop.placesLeft, placesLeft ?? shop.placesLeft) };
}

const restingTitle = { closed: "The bar is closed", paused: "A short pause" } as const;

function restingState(shop: Shop, status: keyof typeof restingTitle): CodeState {
  const again = shop.reopensAt ? `We are back at ${timeIn(shop.timeZone, Date.parse(shop.reopensAt))}.` : "";
  const text = [shop.message, again].filter(Boolean).join(" ");
  return { kind: status, title: restingTitle[status], text: text || "See you soon." };
}

function fullText({ wait }: Shop): string {
  if (!wait) return "Scan again in a moment.";
  const minutes = Math.max(1, Math.ceil(wait.fromSeconds / 60));
  return `For about ${minutes} ${minutes === 1 ? "minute" : "minutes"}. Scan again then.`;
}

/** The time of day where the shop is, as `08:05`. */
export function timeIn(timeZone: string, at: number): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);
}

export function placesWords(placesLeft: number): string {
  return placesLeft === 1 ? "1 place left" : `${placesLeft} places left`;
}

/** The address behind the code, and how people would type it. */
export function orderAddress(
  customerUrl: string,
  code: string,
  eventId: string,
): { url: string; typed: string } {
  const base = customerUrl.replace(/\/$/, "");
  const query = new URLSearchParams({ code, ...(eventId !== defaultEventId && { eventId }) });
  return { url: `${base}/?${query}`, typed: base.replace(/^https?:\/\//, "") };
}
