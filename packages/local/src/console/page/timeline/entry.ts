import type { Delivery } from "../aws/events";

export const lanes = ["Events", "Workflow", "Functions", "Tables"] as const;
export type Lane = (typeof lanes)[number];

/** One thing that happened, in the lane of the service where it did. */
export interface Entry {
  readonly id: string;
  /** ms since the epoch */
  readonly at: number;
  readonly lane: Lane;
  readonly title: string;
  readonly note: string;
  readonly isBad: boolean;
  readonly detail: unknown;
  readonly event?: { readonly bus: string; readonly deliveries: readonly Delivery[] };
}

export function inTime(entries: readonly Entry[]): Entry[] {
  return entries.toSorted(
    (one, other) => one.at - other.at || lanes.indexOf(one.lane) - lanes.indexOf(other.lane),
  );
}
