const opensAt = 8;
const daySeconds = 86_400;

/** Seconds from an instant (epoch ms) until the shop opens next, by its own clock on the wall. */
export function untilMorning(now: number, timeZone = "Europe/Berlin"): number {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "medium" }).format(now);
  const [hours = 0, minutes = 0, seconds = 0] = parts.split(":").map(Number);
  const passed = hours * 3600 + minutes * 60 + seconds;
  return (opensAt * 3600 - passed + daySeconds) % daySeconds;
}
