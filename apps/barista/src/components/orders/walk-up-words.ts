import { AppError } from "@serverlesspresso/contracts/error";
import type { OrderCause } from "@serverlesspresso/contracts/order-state";

const withoutPlace: Partial<Record<OrderCause, string>> = {
  closed: "The shop is closed: it takes no orders now.",
  paused: "The shop is paused: it takes no orders now.",
  full: "The bar is full: finish an order first.",
};

/** Why a walk-up was not ordered, and what to do. */
export function walkUpRefusal(error: Error): string {
  if (!(error instanceof AppError)) return "The shop does not answer. Nothing is ordered twice: try again.";
  const cause = error.order?.cause;
  const words = cause === undefined || cause === null ? undefined : withoutPlace[cause];
  if (words !== undefined) return words;
  if (error.code === "order_conflict") return "It is ordered already: look at the queue.";
  if (error.code === "order_starting") return "The shop made no place for it in time. Try again.";
  return error.message;
}
