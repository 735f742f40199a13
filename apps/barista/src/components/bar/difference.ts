export type Side = "mine" | "theirs";

/** Something that two people want differently; each side in words. */
export interface Difference {
  id: string;
  name: string;
  mine: string;
  theirs: string;
  /** Who has changed it since both began. */
  changed: Record<Side, boolean>;
}

/** What is taken of each difference to begin with: the change, where one side has made one; else nothing. */
export function startOf(differences: readonly Difference[]): Record<string, Side> {
  const decided = differences.flatMap(({ id, changed }) => {
    if (changed.mine && changed.theirs) return [];
    return [[id, changed.mine ? "mine" : "theirs"] as const];
  });
  return Object.fromEntries(decided);
}
