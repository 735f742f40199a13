/** Something that a client asked of one thing, and between which instants it took place. */
export interface Timed {
  /** When it was asked for; nothing can have happened before. */
  invokedAt: number;
  /** When its answer was there: by then it had happened. Infinity where none came: it may never happen. */
  answeredAt: number;
}

/** What a thing does when one is asked after the other; it knows nothing of time. */
export interface SequentialSpecification<State, Operation> {
  /** The state after `operation`; null where this state could not have answered as it did. */
  apply(state: State, operation: Operation): State | null;
  /** Two states with the same text behave alike. */
  textOf(state: State): string;
  /** Whether `operation`, as it was answered, changes nothing in this state and would do so in no later one. */
  isMereLook?(state: State, operation: Operation): boolean;
}

/** A history that no order of its operations explains, and how far the best of them came. */
export interface Unexplained<Operation> {
  /** The longest beginning that could be explained, one after the other. */
  explained: Operation[];
  /** What could have come next by its time, and what none of which answered as it should. */
  stuckAt: Operation[];
}

interface Step<State> {
  index: number;
  after: State;
  isMereLook: boolean;
}

/**
 * Whether a history of concurrent operations is linearizable (Herlihy and Wing): null if there is one order of
 * them, each at an instant between its asking and its answer, in which `specification` gives the same answers.
 * The search is Wing and Gong's; what was found to lead nowhere is remembered, as Lowe does. A look that finds the
 * state as it was told is taken at once, as nothing else depends on when; what was never answered is not tried
 * where it would change nothing. So only changes that may have come in either order are tried in each.
 */
export function explain<State, Operation extends Timed>(
  specification: SequentialSpecification<State, Operation>,
  initial: State,
  history: readonly Operation[],
): Unexplained<Operation> | null {
  const operations = [...history].sort((a, b) => a.invokedAt - b.invokedAt);
  const dead = new Set<string>();
  const taken: number[] = [];
  const isTaken = operations.map(() => false);
  let best: Unexplained<Operation> = { explained: [], stuckAt: operations.slice(0, 1) };

  const search = (state: State): boolean => {
    const left = operations.flatMap((_, index) => (isTaken[index] ? [] : [index]));
    const firstAnswer = Math.min(...left.map((index) => operations[index]?.answeredAt ?? 0));
    if (firstAnswer === Number.POSITIVE_INFINITY || left.length === 0) return true;
    const here = `${left.join()} ${specification.textOf(state)}`;
    if (dead.has(here)) return false;
    const next = left.filter((index) => (operations[index]?.invokedAt ?? 0) <= firstAnswer);
    if (taken.length >= best.explained.length) best = { explained: pick(taken), stuckAt: pick(next) };
    const steps = next.flatMap((index): Step<State>[] => {
      const [operation] = pick([index]);
      const after = operation === undefined ? null : specification.apply(state, operation);
      if (operation === undefined || after === null) return [];
      const isUnanswered = operation.answeredAt === Number.POSITIVE_INFINITY;
      if (isUnanswered && specification.textOf(after) === specification.textOf(state)) return [];
      return [{ index, after, isMereLook: specification.isMereLook?.(state, operation) ?? false }];
    });
    const look = steps.find(({ isMereLook }) => isMereLook);
    for (const { index, after } of look === undefined ? steps : [look]) {
      isTaken[index] = true;
      taken.push(index);
      if (search(after)) return true;
      taken.pop();
      isTaken[index] = false;
    }
    dead.add(here);
    return false;
  };
  const pick = (indexes: readonly number[]) => indexes.flatMap((index) => operations[index] ?? []);
  return search(initial) ? null : best;
}
