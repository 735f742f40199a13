import type { Shop } from "@serverlesspresso/contracts/shop";
import { clockText } from "../page/clock-text";
import { minutesText } from "./shop-notice-text";

const soonMs = 30 * 60_000;
const furthestMs = 12 * 3_600_000;

/** Until when the bar takes orders, and in how many minutes once that is soon; null if it is far off. */
export function lastOrdersText(
  { lastOrdersAt, timeZone }: Pick<Shop, "lastOrdersAt" | "timeZone">,
  now: number,
): string | null {
  const leftMs = lastOrdersAt === null ? 0 : Date.parse(lastOrdersAt) - now;
  if (lastOrdersAt === null || leftMs <= 0 || leftMs > furthestMs) return null;
  const clock = `Last orders at ${clockText(lastOrdersAt, timeZone)}`;
  return leftMs > soonMs ? `${clock}.` : `${clock}, in ${minutesText(leftMs / 1000)}.`;
}
