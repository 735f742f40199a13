import type { ShopLimits } from "@serverlesspresso/contracts/shop";

export type AgeLevel = "fresh" | "ageing" | "late";

export interface Age {
  level: AgeLevel;
  /** Minutes and seconds, `3:05`; from an hour on `1 h 05`. */
  clock: string;
  /** The clock and what it means, for the ticket and for screen readers. */
  words: string;
}

type AgeLimits = Pick<ShopLimits, "ageingAfterSeconds" | "lateAfterSeconds">;

/** How long ago `since` (ISO) was at `now` (ms), never less than nothing. */
export function secondsSince(since: string | null, now: number): number {
  if (since === null) return 0;
  return Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
}

export function clockOf(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60) return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")}`;
  return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
}

export function levelOf(seconds: number, limits: AgeLimits): AgeLevel {
  if (seconds >= limits.lateAfterSeconds) return "late";
  return seconds >= limits.ageingAfterSeconds ? "ageing" : "fresh";
}

const meaning: Record<AgeLevel, string> = { fresh: "waiting", ageing: "ageing", late: "late" };

/** The age of a ticket against the limits that the shop has set. */
export function ageOf(seconds: number, limits: AgeLimits): Age {
  const level = levelOf(seconds, limits);
  const clock = clockOf(seconds);
  return { level, clock, words: `${clock} ${meaning[level]}` };
}
