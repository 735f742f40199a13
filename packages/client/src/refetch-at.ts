const soonestMs = 1_000;
/** The server has to be past the instant, by whichever clock answers. */
const graceMs = 300;

/**
 * How long a query waits until it reads again: until just after the first of these instants that the
 * answer did not know yet, at most
 * `everyMs`. They are instants by the server, whose time `serverTime` arrived here at `updatedAt`.
 */
export function refetchAt(
  instants: readonly (string | null | undefined)[],
  serverTime: string | undefined,
  updatedAt: number,
  everyMs: number,
): number {
  if (serverTime === undefined) return everyMs;
  const answeredAt = Date.parse(serverTime);
  const serverNow = answeredAt + Date.now() - updatedAt;
  const due = instants.map((at) => Date.parse(at ?? "")).filter((at) => at > answeredAt);
  const waits = due.map((at) => at + graceMs - serverNow);
  // A fixed least wait: one that went on shrinking would start the timer anew with every render.
  return Math.max(soonestMs, Math.min(everyMs, ...waits));
}
