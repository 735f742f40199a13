import type { ModelMoveName } from "./model-moves";
import type { ModelState, Process, Row } from "./model-state";
import type { World } from "./world";

/** What a check looks at: the state, how it came about, and whether the system has nothing more to do in it. */
export interface Looked {
  world: World;
  before: ModelState | null;
  state: ModelState;
  isQuiet: boolean;
}

/** Says what is wrong; null if nothing is. */
export type Check = (looked: Looked) => string | null;

export const rowsOf = (state: ModelState): [string, Row][] => Object.entries(state.rows);

/** Each row with what it was before the step; null where it is new. */
export function* steps({ before, state }: Looked): Generator<[string, Row, Row]> {
  if (before === null) return;
  for (const [order, row] of rowsOf(state)) {
    const was = before.rows[order];
    if (was !== undefined && was !== row) yield [order, was, row];
  }
}

/** The process that took the step, with what it saved. */
export function savedBy(
  { before, state }: Looked,
  order: string,
): (Process & { move: ModelMoveName }) | null {
  for (const process of before?.processes ?? []) {
    if (process.order !== order || process.todo.step !== "save" || state.processes.includes(process))
      continue;
    return { ...process, move: process.todo.move };
  }
  return null;
}

export function find<T>(all: Iterable<T>, wrong: (each: T) => string | false | null): string | null {
  for (const each of all) {
    const said = wrong(each);
    if (typeof said === "string") return said;
  }
  return null;
}
