import { shopDay } from "@serverlesspresso/contracts/shop";
import type { DayStats } from "@serverlesspresso/contracts/stats";
import type { Ports } from "../ports";
import { shopOf } from "../shop/shop-of";
import { tallyDay } from "./tally-day";

/**
 * One day of a shop in figures, today unless a day is named. It is counted from the rows of that day each
 * time it is asked for: nothing is kept that a lost or repeated event could make wrong. Throws `not_found`.
 */
export async function readStats(
  { shops, orders, days, clock }: Pick<Ports, "shops" | "orders" | "days" | "clock">,
  eventId: string,
  asked: string | undefined,
): Promise<DayStats> {
  const { timeZone } = await shopOf(shops, eventId);
  const now = new Date(clock.now());
  const today = shopDay(now, timeZone);
  const day = asked ?? today;
  const [entries, open] = await Promise.all([
    days.list(eventId, day),
    // What was submitted before midnight is still to be made.
    day === today ? orders.listLive(eventId, "open") : null,
  ]);
  return {
    day,
    timeZone,
    open: open === null ? null : open.length,
    ...tallyDay(entries, day, timeZone),
    serverTime: now.toISOString(),
  };
}
