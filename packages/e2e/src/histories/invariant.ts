import type { Evidence } from "./evidence";

export interface Verdict {
  checked: number;
  violations: readonly string[];
}

/** Something that holds whatever happens, and how to see from a round's evidence that it did. */
export interface Invariant {
  id: string;
  says: string;
  check(evidence: Evidence): Verdict;
}

/** One verdict on many things; each that is wrong says so in words. */
export function checkEach<T>(things: readonly T[], wrongWith: (thing: T) => readonly string[]): Verdict {
  return { checked: things.length, violations: things.flatMap(wrongWith) };
}

/** A finding where something is not so. */
export function unless(isSo: boolean, finding: string): string[] {
  return isSo ? [] : [finding];
}

/** Things with the same key. */
export function groupBy<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
  return groups;
}

export function both(...verdicts: readonly Verdict[]): Verdict {
  return {
    checked: verdicts.reduce((sum, { checked }) => sum + checked, 0),
    violations: verdicts.flatMap(({ violations }) => violations),
  };
}
