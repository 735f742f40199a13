import { nextShopDay, shopDay } from "@serverlesspresso/contracts/shop";

const hourMs = 3_600_000;

/** The instants, in milliseconds, at which the hours of a shop's calendar day begin: 24, or 23 or 25. */
export function hoursOfDay(day: string, timeZone: string): number[] {
  const from = startOfDay(day, timeZone);
  const until = nextShopDay(new Date(from), timeZone).getTime();
  const hours: number[] = [];
  for (let hour = from; hour < until; hour += hourMs) hours.push(hour);
  return hours;
}

/** No zone is further from UTC than 14 hours: this is on the day before, or the one before that. */
function startOfDay(day: string, timeZone: string): number {
  let at = new Date(Date.parse(`${day}T00:00:00Z`) - 15 * hourMs);
  while (shopDay(at, timeZone) < day) at = nextShopDay(at, timeZone);
  return at.getTime();
}
