import type { EventType } from "@serverlesspresso/contracts/event";
import { isFinal, moves, type OrderMove, type OrderState } from "@serverlesspresso/contracts/order-state";
import { changedDetail, type FollowUp, type HistoryStep, type OrderRow, type Outcome } from "./order-row";

/** The barista who takes a step. */
export interface StepTaker {
  userId: string;
  /** Their shown name. */
  name: string;
}

/** One change of an order that people can see. */
export interface Step {
  move: OrderMove;
  by: HistoryStep["by"];
  /** Where it is one. */
  barista?: StepTaker | undefined;
  at: number;
  /** One sentence on what happened: it stands in the journey and in the event. */
  message: string;
  /** The event that tells of it; null for none. */
  event: EventType | null;
  fields?: Partial<OrderRow>;
  /** How the workflow's wait ends; left out where the step ends none. */
  outcome?: Outcome;
}

export interface StepTaken {
  next: OrderRow;
  followUp: FollowUp | null;
}

/** The row after the step, and what is then owed to bus and workflow. Whether it is legal is asked before. */
export function takeStep(row: OrderRow, step: Step): StepTaken {
  const { to } = moves[step.move];
  const version = row.version + 1;
  const { by, barista, at, message } = step;
  const entry = { version, state: to, by, ...barista, at, message };
  const next: OrderRow = {
    ...row,
    ...step.fields,
    state: to,
    version,
    history: [...row.history, entry],
  };
  if (isFinal(to)) Object.assign(next, { due: null, closedAt: step.at });
  return { next, followUp: followUpOf(row, next, step) };
}

function followUpOf(row: OrderRow, next: OrderRow, step: Step): FollowUp | null {
  const followUp: FollowUp = { at: step.at };
  if (step.event !== null) {
    followUp.event = { type: step.event, detail: changedDetail(next, step.message, step.at) };
  }
  if (step.outcome !== undefined && row.waiting !== null && endsWait(step.move, row.waiting.waitingFor)) {
    followUp.token = { taskToken: row.waiting.taskToken, outcome: step.outcome };
  }
  if (endsWithoutDrink(next.state) && row.code !== null) {
    followUp.places = { userId: row.userId, code: row.code };
  }
  const { event, token, places } = followUp;
  return event === undefined && token === undefined && places === undefined ? null : followUp;
}

function endsWithoutDrink(state: OrderState): boolean {
  return isFinal(state) && state !== "COLLECTED";
}

/** A step names the stored token only if it belongs to the wait that the step ends. */
function endsWait(move: OrderMove, waitingFor: "customer" | "barista" | "collection"): boolean {
  switch (move) {
    case "submit":
      return waitingFor === "customer";
    case "complete":
      return waitingFor === "barista";
    case "collect":
    case "recall":
      return waitingFor === "collection";
    case "cancel":
    case "refuse":
    case "expire":
      return true;
    case "admit":
    case "extend":
    case "make":
    case "unmake":
      return false;
  }
}
