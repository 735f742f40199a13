import type { Order } from "@serverlesspresso/contracts/order";
import type { OrderState } from "@serverlesspresso/contracts/order-state";

/** The five steps of an order that goes well. */
export const stepNames = ["Place kept", "Ordered", "Being made", "Ready", "Collected"] as const;

/** How many steps an order has reached; the last of them is where it stands. */
const reached: Record<OrderState, number> = {
  REQUESTED: 1,
  CREATED: 1,
  SUBMITTED: 2,
  MAKING: 3,
  COMPLETED: 4,
  COLLECTED: 5,
  CANCELLED: 0,
  EXPIRED: 0,
};

/** How full the drawn cup is. */
const fills: Record<OrderState, number> = {
  REQUESTED: 0,
  CREATED: 0,
  SUBMITTED: 0,
  MAKING: 0.55,
  COMPLETED: 1,
  COLLECTED: 1,
  CANCELLED: 0,
  EXPIRED: 0,
};

export interface Step {
  name: (typeof stepNames)[number];
  status: "done" | "here" | "ahead";
  /** When it was reached, as far as the order tells. */
  at: string | null;
}

/**
 * The five steps with how far this order is. `begun` holds for one that waits again though somebody had begun
 * to make it: no step is taken back before the customer's eyes.
 */
export function stepsOf(order: Order, begun = false): Step[] {
  const here = reached[begun ? "MAKING" : order.state];
  const times = [order.createdAt, order.submittedAt, null, order.completedAt, null];
  return stepNames.map((name, index) => {
    const status = index + 1 === here && here < stepNames.length ? "here" : index < here ? "done" : "ahead";
    return { name, status, at: status === "ahead" ? null : (times[index] ?? null) };
  });
}

export function fillOf(order: Order, begun = false): number {
  return fills[begun ? "MAKING" : order.state];
}

/** Whether the drink was already called out and went back to the machine. */
export function wasRecalled(order: Order): boolean {
  return order.state === "MAKING" && order.completedAt !== null;
}

interface Circumstances {
  /** As for `stepsOf`. */
  begun?: boolean;
  /** Nobody is before it in the line. */
  isNext?: boolean;
}

/** Where the order stands, in a sentence. `drink` is its name within a sentence. */
export function statusText(order: Order, drink: string, { begun, isNext }: Circumstances = {}): string {
  const who = order.baristaName;
  switch (order.state) {
    case "REQUESTED":
    case "CREATED":
      return "Your place is kept.";
    case "SUBMITTED":
      if (begun) return `The bar is about to make your ${drink}.`;
      return isNext ? `Your ${drink} is next.` : `Your ${drink} is in the queue.`;
    case "MAKING": {
      const again = wasRecalled(order) ? " again" : "";
      return who ? `${who} is making your ${drink}${again}.` : `Your ${drink} is being made${again}.`;
    }
    case "COMPLETED":
      return `Your ${drink} is ready.`;
    case "COLLECTED":
      return "Collected. Enjoy it.";
    case "CANCELLED":
      return "Your order was cancelled.";
    case "EXPIRED":
      return "Your order has expired.";
  }
}

/** What the tab says. */
export function tabTitle(order: Order, isNext = false): string {
  const number = order.number ?? "";
  const words: Record<OrderState, string> = {
    REQUESTED: "Choose",
    CREATED: "Choose",
    SUBMITTED: isNext ? `${number} is next` : `${number} in the queue`,
    MAKING: `${number} being made`,
    COMPLETED: `${number} is ready`,
    COLLECTED: `${number} collected`,
    CANCELLED: "Cancelled",
    EXPIRED: "Expired",
  };
  return words[order.state].trim();
}
