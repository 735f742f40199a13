import { dateFormat } from "@serverlesspresso/contracts/date-format";
import { nextShopDay, type Shop, shopDay } from "@serverlesspresso/contracts/shop";

/** An instant as the clock on the wall shows it, for example 08:14; here, or in a time zone. */
export function clockText(iso: string, timeZone?: string): string {
  const options = { hour: "2-digit", minute: "2-digit", timeZone } as const;
  return dateFormat("en-GB", options).format(new Date(iso));
}

/** An instant to the second, for example 08:14:09; here, or in a time zone. */
export function secondsText(iso: string, timeZone?: string): string {
  const options = { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone } as const;
  return dateFormat("en-GB", options).format(new Date(iso));
}

/** An instant as a day and a clock time, for example "Sun 22 Nov, 08:14". */
export function dayText(iso: string, timeZone?: string): string {
  return dateFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  }).format(new Date(iso));
}

/** When something will be by the shop's clock: "at 17:00", "tomorrow at 08:00", "on Tue 24 Nov, 08:00". */
export function whenText(
  iso: string,
  { timeZone, serverTime }: Pick<Shop, "timeZone" | "serverTime">,
): string {
  const now = new Date(serverTime);
  const day = shopDay(new Date(iso), timeZone);
  if (day === shopDay(now, timeZone)) return `at ${clockText(iso, timeZone)}`;
  if (day === shopDay(nextShopDay(now, timeZone), timeZone)) return `tomorrow at ${clockText(iso, timeZone)}`;
  return `on ${dayText(iso, timeZone)}`;
}

/** Seconds as minutes and seconds, for example 2:31. */
export function countdownText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
