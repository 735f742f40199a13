import { nextAt } from "./shop-time";

/** When something ends, as it is chosen. */
export type End = { kind: "minutes"; minutes: number } | { kind: "clock"; clock: string } | { kind: "open" };

/** The instant of an end; null for an open one, undefined for one that is not told yet. */
export function instantOf(end: End, now: number, timeZone: string): string | null | undefined {
  switch (end.kind) {
    case "open":
      return null;
    case "minutes":
      return new Date(now + end.minutes * 60_000).toISOString();
    case "clock":
      return nextAt(end.clock, now, timeZone) ?? undefined;
  }
}
