import { endedWithoutDrink, hasEnded, type ModelMoveName, modelMove, type Waiter } from "./model-moves";
import type { FollowUp, Outcome, Row } from "./model-state";
import type { Rules } from "./rules";
import type { World } from "./world";

export interface Taken {
  move: ModelMoveName;
  by: string;
  key?: string | undefined;
  number?: number | null;
  /** How the workflow's wait ends, where this move ends it. */
  outcome?: Outcome | undefined;
}

/** The row after a move, and what is then owed to bus, workflow and code. */
export function takeMove(
  { rules, setting }: World,
  order: string,
  row: Row,
  taken: Taken,
): { next: Row; owed: FollowUp } {
  const { move, by, key } = taken;
  const { to } = modelMove(move);
  const next: Row = {
    ...row,
    state: to,
    version: rules.versionRises ? row.version + 1 : row.version,
    clock: clockAfter(rules, row, move),
    claimer: claimerAfter(row, move, by),
    wasReady: row.wasReady || move === "complete",
    extensionsLeft: row.extensionsLeft - (move === "extend" ? 1 : 0),
    number: move === "submit" && rules.numberWithSubmit ? (taken.number ?? null) : row.number,
    keys: key === undefined ? row.keys : [...row.keys, key],
  };
  const owed: FollowUp = { id: `v${next.version}` };
  if (setting.phones && move !== "extend")
    owed.event = { type: "changed", order, version: next.version, state: to };
  if (taken.outcome !== undefined && row.waiting !== null && endsWait(move, row.waiting.waiter)) {
    owed.token = { token: row.waiting.token, outcome: taken.outcome };
  }
  if (endedWithoutDrink(to) && row.code && rules.codePlaceReturned) owed.place = true;
  return { next, owed };
}

export const owesNothing = ({ event, token, place }: FollowUp): boolean =>
  event === undefined && token === undefined && place === undefined;

function clockAfter(rules: Rules, row: Row, move: ModelMoveName): Row["clock"] {
  const { clock, to } = modelMove(move);
  if (hasEnded(to)) return null;
  if (clock === "runs on") return row.clock;
  return rules.everyOpenRowHasDue || move !== "submit" ? "runs" : null;
}

function claimerAfter(row: Row, move: ModelMoveName, by: string): string | null {
  if (move === "make" || move === "recall") return by;
  if (move === "complete") return row.claimer ?? by;
  return move === "unmake" ? null : row.claimer;
}

/** A move names the stored token only if it belongs to the wait that it ends. */
function endsWait(move: ModelMoveName, waiter: Waiter): boolean {
  if (move === "submit") return waiter === "customer";
  if (move === "complete") return waiter === "barista";
  if (move === "collect" || move === "recall") return waiter === "collection";
  return move === "cancel" || move === "expire" || move === "refuse";
}

/** How a person's move ends the wait that it ends. */
export function outcomeOf(move: ModelMoveName): Outcome | undefined {
  if (move === "submit" || move === "complete" || move === "collect") return "success";
  if (move === "recall") return "Recalled";
  return move === "cancel" ? "Cancelled" : undefined;
}
