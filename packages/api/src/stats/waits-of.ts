import type { Waits } from "@serverlesspresso/contracts/stats";

/** The p50 and p90 of waits in seconds, by the nearest rank: each is a wait that somebody had. */
export function waitsOf(seconds: readonly number[]): Waits | null {
  if (seconds.length === 0) return null;
  const sorted = [...seconds].sort((a, b) => a - b);
  const rank = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return { count: sorted.length, p50Seconds: rank(0.5), p90Seconds: rank(0.9) };
}
