/** On which side of a lying screen, or at which end of a standing one, the code is. */
export type Side = "first" | "last";

const dayMs = 86_400_000;

/** The side of the code on a day of the shop (`2026-11-22`): another one every day, against burn-in. */
export function sideOn(day: string): Side {
  return Math.floor(Date.parse(day) / dayMs) % 2 === 0 ? "last" : "first";
}
