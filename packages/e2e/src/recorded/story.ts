import type { OrderState } from "@serverlesspresso/contracts/order-state";

/** Who acts in a story: a customer with a phone, two baristas, and a manager. */
export type Role = "customer" | "ana" | "ben" | "manager";

export type Act = "submit" | "extend" | "make" | "unmake" | "complete" | "recall" | "collect" | "cancel";

/** One thing that happens to an order. */
export type Step =
  /** By a code off the screen, by staff for somebody without a phone, or as the workshop puts its event. */
  | { begin: "by code" | "walk-up" | "by hand" }
  /** The same event of a new order once more: a second workflow for it. */
  | "begin by hand again"
  | { by: Role; act: Act; key?: string }
  | { pass: number; until: OrderState }
  | "stop the workflow";

/** An order's life, told as what was done to it. */
export interface Story {
  name: string;
  /** The shop in which it plays; without it one with places enough. */
  eventId?: string;
  steps: readonly Step[];
}
