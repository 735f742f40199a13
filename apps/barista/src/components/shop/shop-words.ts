import type { Shop, ShopSettings } from "@serverlesspresso/contracts/shop";
import { whenWords } from "./shop-time";

type Clock = Pick<Shop, "timeZone" | "serverTime">;

/** What a shop is, on a sign. */
export function statusTitle(
  { status, reopensAt }: Pick<ShopSettings, "status" | "reopensAt">,
  clock: Clock,
): string {
  const until = reopensAt === null ? "" : ` until ${whenWords(reopensAt, clock).replace(/^(at|on) /, "")}`;
  if (status === "open") return "Open";
  return status === "paused" ? `Paused${until}` : `Closed${until}`;
}

/** The same in one line with all that a manager said: "Paused until 09:30: Out of milk". */
export function statusWords(settings: ShopSettings, clock: Clock): string {
  const { status, message, lastOrdersAt } = settings;
  const title = statusTitle(settings, clock);
  if (status === "open") {
    return lastOrdersAt === null ? title : `${title}, last orders ${whenWords(lastOrdersAt, clock)}`;
  }
  return message === null ? title : `${title}: ${message}`;
}

/** What everybody meets now, in a sentence or two. */
export function statusText(shop: Shop): string {
  const { status, reopensAt, lastOrdersAt } = shop;
  if (status === "open") {
    const places = shop.placesLeft === 1 ? "1 place is free." : `${shop.placesLeft} places are free.`;
    return lastOrdersAt === null ? places : `${places} Last orders ${whenWords(lastOrdersAt, shop)}.`;
  }
  const end = reopensAt === null ? "It stays so until a manager opens it." : "It opens by itself then.";
  return `Nobody new can order. Open orders are finished. ${end}`;
}
