import type { OrderState } from "@serverlesspresso/contracts/order-state";

/** Who makes a move; a claimer is the barista who has the order in hand. */
export type Actor = "owner" | "barista" | "claimer" | "workflow" | "clock";

interface ModelMove {
  from: readonly OrderState[];
  to: OrderState;
  by: readonly Actor[];
  /** What it does to the clock of the order: each open order has one. */
  clock: "anew" | "runs on" | "stops";
}

/** The moves of an order as the design has them, written down a second time: a test holds them against contracts'. */
export const modelMoves = {
  admit: { from: ["REQUESTED"], to: "CREATED", by: ["workflow"], clock: "anew" },
  refuse: { from: ["REQUESTED"], to: "CANCELLED", by: ["workflow"], clock: "stops" },
  extend: { from: ["CREATED"], to: "CREATED", by: ["owner"], clock: "anew" },
  submit: { from: ["CREATED"], to: "SUBMITTED", by: ["owner"], clock: "anew" },
  make: { from: ["SUBMITTED"], to: "MAKING", by: ["barista"], clock: "runs on" },
  unmake: { from: ["MAKING"], to: "SUBMITTED", by: ["claimer"], clock: "runs on" },
  complete: { from: ["SUBMITTED", "MAKING"], to: "COMPLETED", by: ["claimer"], clock: "anew" },
  recall: { from: ["COMPLETED"], to: "MAKING", by: ["barista"], clock: "anew" },
  collect: { from: ["COMPLETED"], to: "COLLECTED", by: ["barista", "clock"], clock: "stops" },
  cancel: {
    from: ["REQUESTED", "CREATED", "SUBMITTED", "MAKING"],
    to: "CANCELLED",
    by: ["owner", "barista"],
    clock: "stops",
  },
  expire: {
    from: ["REQUESTED", "CREATED", "SUBMITTED", "MAKING"],
    to: "EXPIRED",
    by: ["clock"],
    clock: "stops",
  },
} as const satisfies Record<string, ModelMove>;
export type ModelMoveName = keyof typeof modelMoves;

export function modelMove(name: ModelMoveName): ModelMove {
  return modelMoves[name];
}

/** Until then its owner may cancel an order. */
export const ownerMayCancel: readonly OrderState[] = ["REQUESTED", "CREATED", "SUBMITTED"];

export type Waiter = "customer" | "barista" | "collection";
export const waiters: readonly Waiter[] = ["customer", "barista", "collection"];

/** Whom an order waits for; null once it has ended. */
export function waiterOf(state: OrderState): Waiter | null {
  if (state === "REQUESTED" || state === "CREATED") return "customer";
  if (state === "SUBMITTED" || state === "MAKING") return "barista";
  return state === "COMPLETED" ? "collection" : null;
}

export const hasEnded = (state: OrderState) => waiterOf(state) === null;
export const endedWithoutDrink = (state: OrderState) => state === "CANCELLED" || state === "EXPIRED";
