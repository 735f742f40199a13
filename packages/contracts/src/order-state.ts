import * as z from "zod/mini";

/** Where an order stands; the last three are never left. */
export const OrderState = z.enum([
  "REQUESTED",
  "CREATED",
  "SUBMITTED",
  "MAKING",
  "COMPLETED",
  "COLLECTED",
  "CANCELLED",
  "EXPIRED",
]);
export type OrderState = z.infer<typeof OrderState>;

interface Move {
  from: readonly OrderState[];
  to: OrderState;
}

/** Everything that can happen to an order, and from where it leads to where. */
export const moves = {
  admit: { from: ["REQUESTED"], to: "CREATED" },
  refuse: { from: ["REQUESTED"], to: "CANCELLED" },
  extend: { from: ["CREATED"], to: "CREATED" },
  submit: { from: ["CREATED"], to: "SUBMITTED" },
  make: { from: ["SUBMITTED"], to: "MAKING" },
  unmake: { from: ["MAKING"], to: "SUBMITTED" },
  complete: { from: ["SUBMITTED", "MAKING"], to: "COMPLETED" },
  recall: { from: ["COMPLETED"], to: "MAKING" },
  collect: { from: ["COMPLETED"], to: "COLLECTED" },
  cancel: { from: ["REQUESTED", "CREATED", "SUBMITTED", "MAKING"], to: "CANCELLED" },
  expire: { from: ["REQUESTED", "CREATED", "SUBMITTED", "MAKING"], to: "EXPIRED" },
} as const satisfies Record<string, Move>;
export type OrderMove = keyof typeof moves;

/** States in which the owner may cancel: until it is being made. */
export const cancellableByOwner: readonly OrderState[] = ["REQUESTED", "CREATED", "SUBMITTED"];

/** In the queue of the baristas. */
export const openStates: readonly OrderState[] = ["SUBMITTED", "MAKING"];

/** Whether `move` is legal for an order in `state`. */
export function canMove(move: OrderMove, state: OrderState): boolean {
  const { from }: Move = moves[move];
  return from.includes(state);
}

/** Whether no move leads on from `state`. */
export function isFinal(state: OrderState): boolean {
  return state === "COLLECTED" || state === "CANCELLED" || state === "EXPIRED";
}

/** Why an order ended other than by being collected. `reason` of a barista stands in the journey's message. */
export const OrderCause = z.enum(["closed", "paused", "full", "customer", "barista", "timeout"]);
export type OrderCause = z.infer<typeof OrderCause>;
