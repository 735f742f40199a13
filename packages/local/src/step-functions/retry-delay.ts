import type { Retrier } from "./definition";
import type { Failure } from "./history-event";
import { matchesError } from "./state-error";

/**
 * Whether a failed state runs again, and when (ms): the first retrier that names the error decides,
 * by its own count of attempts.
 */
export function planRetry(
  retriers: readonly Retrier[],
  used: Readonly<Record<number, number>>,
  error: string,
  now: number,
): Failure["retry"] {
  const index = retriers.findIndex((retrier) => matchesError(retrier.ErrorEquals, error));
  const retrier = retriers[index];
  const attempts = used[index] ?? 0;
  if (retrier === undefined || attempts >= retrier.MaxAttempts) return undefined;
  return { retrier: index, until: now + delaySeconds(retrier, attempts) * 1000 };
}

function delaySeconds(retrier: Retrier, attempts: number): number {
  const grown = retrier.IntervalSeconds * retrier.BackoffRate ** attempts;
  const delay = Math.min(grown, retrier.MaxDelaySeconds ?? 99_999_999);
  return retrier.JitterStrategy === "FULL" ? Math.random() * delay : delay;
}
