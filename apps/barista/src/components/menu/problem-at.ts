/** What is wrong, and the way to it. */
export interface Problem {
  path: readonly PropertyKey[];
  message: string;
}

/** A problem seen from one step down its way; null where it is not on that way. */
export function problemUnder(problem: Problem | null, ...steps: PropertyKey[]): Problem | null {
  if (problem === null || steps.some((step, at) => problem.path[at] !== step)) return null;
  return { ...problem, path: problem.path.slice(steps.length) };
}

/** What to say at a box, if the problem is there. */
export function problemAt(problem: Problem | null, path: readonly PropertyKey[]): string | null {
  const found = problemUnder(problem, ...path);
  return found === null ? null : wordsOf(path, found.message);
}

function wordsOf(path: readonly PropertyKey[], message: string): string {
  if (path.at(-1) === "name") return "Type a name, and the draft is kept.";
  return `This ${message}.`;
}
