import type { Shop } from "@serverlesspresso/contracts/shop";
import { clockText, whenText } from "../page/clock-text";
import type { PictureOf } from "../page/picture";

export interface ShopNotice {
  title: string;
  text: string;
  picture: PictureOf;
}

/** Why nothing can be ordered just now and what to do, or null when the bar takes orders. */
export function shopNoticeOf(shop: Shop): ShopNotice | null {
  const until = shop.reopensAt && `It opens again ${whenText(shop.reopensAt, shop)}.`;
  const reason = shop.message && asSentence(shop.message);
  const withReason = (advice: string) => [reason, until ?? advice].filter(Boolean).join(" ");
  if (shop.status === "closed") {
    const text = withReason("Come back when its screen shows a code.");
    return { title: "The bar is closed", text, picture: "stacked cups" };
  }
  if (shop.status === "paused") {
    const text = withReason("Scan the screen again in a while.");
    const sign = shop.reopensAt ? clockText(shop.reopensAt, shop.timeZone) : "soon";
    return { title: "The bar takes a short break", text, picture: { sign } };
  }
  if (shop.placesLeft > 0) return null;
  return {
    title: "The bar is full",
    text: shop.wait
      ? `Places come free as drinks are ready, in about ${minutesText(shop.wait.fromSeconds)}. Scan again then.`
      : "Places come free as drinks are ready. Scan again in a few minutes.",
    picture: "full shelf",
  };
}

/** What a manager typed, ended as a sentence. */
function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** Seconds in whole minutes, in words. */
export function minutesText(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}

/** A range of seconds in whole minutes, in words. */
export function rangeText(fromSeconds: number, toSeconds: number): string {
  const from = Math.max(1, Math.floor(fromSeconds / 60));
  const to = Math.max(from, Math.ceil(toSeconds / 60));
  return from === to ? minutesText(to * 60) : `${from} to ${to} minutes`;
}
