import { dateFormat } from "@serverlesspresso/contracts/date-format";
import { nextShopDay, type Shop, shopDay } from "@serverlesspresso/contracts/shop";

const minuteMs = 60_000;
const dayMinutes = 24 * 60;

/** An instant as the clock on the shop's wall shows it, for example 08:14. */
export function wallClock(at: string | number, timeZone: string): string {
  const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone } as const;
  return dateFormat("en-GB", options).format(new Date(at));
}

/** When something will be by the shop's clock: "at 17:00", "tomorrow at 08:00", "on Tue 24 Nov at 08:00". */
export function whenWords(
  at: string,
  { timeZone, serverTime }: Pick<Shop, "timeZone" | "serverTime">,
): string {
  const now = new Date(serverTime);
  const day = shopDay(new Date(at), timeZone);
  const clock = `at ${wallClock(at, timeZone)}`;
  if (day === shopDay(now, timeZone)) return clock;
  if (day === shopDay(nextShopDay(now, timeZone), timeZone)) return `tomorrow ${clock}`;
  const options = { weekday: "short", day: "numeric", month: "short", timeZone } as const;
  return `on ${dateFormat("en-GB", options).format(new Date(at))} ${clock}`;
}

/** The next instant after `now` at which the shop's clock shows this time, for example "17:00"; else null. */
export function nextAt(clock: string, now: number, timeZone: string): string | null {
  const wanted = minutesOf(clock);
  if (wanted === null) return null;
  const minute = Math.floor(now / minuteMs) * minuteMs;
  const ahead = (wanted - (minutesOf(wallClock(minute, timeZone)) ?? 0) + dayMinutes) % dayMinutes;
  const guess = minute + (ahead === 0 ? dayMinutes : ahead) * minuteMs;
  // On the day on which the clocks are changed the guess is an hour off, or the time is not there at all.
  const shown = minutesOf(wallClock(guess, timeZone)) ?? wanted;
  const off = ((wanted - shown + dayMinutes / 2 + dayMinutes) % dayMinutes) - dayMinutes / 2;
  return new Date(guess + off * minuteMs).toISOString();
}

function minutesOf(clock: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(clock) ?? [];
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return Number(hours) * 60 + Number(minutes);
}
