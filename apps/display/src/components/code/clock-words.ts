import { dateFormat } from "@serverlesspresso/contracts/date-format";
import { nextShopDay, shopDay } from "@serverlesspresso/contracts/shop";

/** Within these spans a time of day, and a weekday's name, leave no doubt. */
const halfDayMs = 12 * 3_600_000;
const sixDaysMs = 6 * 86_400_000;

/** The time of day where the shop is, as `08:05`. */
export function timeIn(timeZone: string, at: number): string {
  return dateFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);
}

/** When something is where the shop is, as one says it at `now`: "at 08:05", "tomorrow at 08:05", "on Monday at 08:05". */
export function whenIn(timeZone: string, at: number, now: number): string {
  const time = `at ${timeIn(timeZone, at)}`;
  if (Math.abs(at - now) <= halfDayMs) return time;
  const day = shopDay(new Date(at), timeZone);
  if (day === shopDay(new Date(now), timeZone)) return time;
  if (day === shopDay(nextShopDay(new Date(now), timeZone), timeZone)) return `tomorrow ${time}`;
  const near = Math.abs(at - now) < sixDaysMs;
  const told = near ? ({ weekday: "long" } as const) : ({ day: "numeric", month: "long" } as const);
  return `on ${dateFormat("en-GB", { timeZone, ...told }).format(at)} ${time}`;
}

/** A span in words that need no second look: "in 2 minutes", never sooner than it is. */
export function inMinutes(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  return minutes <= 1 ? "in a minute" : `in ${minutes} minutes`;
}
