import type { Query } from "@tanstack/react-query";

/** Soon; not at once, as this is asked anew with each drawing until it has begun. */
const leastMs = 20;

/**
 * How long a query waits until it reads again, `everyMs` after it has read last, or tried to. TanStack Query counts an
 * interval anew from whatever changes the data: what is told live would put it off for as long as it is busy, and
 * what was not told would never be found out. Needs data that is told live to be written by `writeTold`.
 */
export function rereadIn<Data>(
  { state }: Pick<Query<Data, Error, Data, readonly string[]>, "state">,
  everyMs: number,
): number {
  const { dataUpdatedAt, errorUpdatedAt, fetchStatus } = state;
  if (fetchStatus !== "idle") return everyMs;
  const waitedMs = Date.now() - Math.max(dataUpdatedAt, errorUpdatedAt);
  return Math.min(everyMs, Math.max(leastMs, everyMs - waitedMs));
}
