import type { BarChime } from "./use-bar-sound";

/** What the bar knew when it last listened. */
export interface Heard {
  /** Every order of the queue, ready ones too. */
  known: ReadonlySet<string>;
  /** Those of them that are still to be made. */
  open: ReadonlySet<string>;
  /** Open orders past the first limit. */
  aged: ReadonlySet<string>;
  stale: boolean;
}

/** The one sound for what has changed: a lost connection before a new order before an old one. */
export function soundFor(before: Heard, now: Heard): BarChime | null {
  if (now.stale && !before.stale) return "connection-lost";
  if ([...now.known].some((id) => !before.known.has(id))) return "new-order";
  if ([...now.aged].some((id) => !before.aged.has(id) && before.open.has(id))) return "ageing";
  return null;
}
