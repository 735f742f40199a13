import type { BoardOrder } from "@serverlesspresso/contracts/order";

/** For how long a drink that has just become ready is shown large. */
export const enlargedSeconds = 10;

const submitted = (order: BoardOrder) => Date.parse(order.submittedAt ?? "1970-01-01T00:00:00Z");
const completed = (order: BoardOrder) => Date.parse(order.completedAt ?? "1970-01-01T00:00:00Z");
const bySubmission = (a: BoardOrder, b: BoardOrder) =>
  submitted(a) - submitted(b) || (a.number ?? 0) - (b.number ?? 0);

export function preparingOrders(orders: readonly BoardOrder[]): BoardOrder[] {
  return orders.filter((order) => order.state === "SUBMITTED" || order.state === "MAKING").sort(bySubmission);
}

export function readyOrders(orders: readonly BoardOrder[]): BoardOrder[] {
  return orders
    .filter((order) => order.state === "COMPLETED")
    .sort((a, b) => completed(a) - completed(b) || bySubmission(a, b));
}

/** The order that became ready last, while it is new at `now` (ms of the server). */
export function newestReady(orders: readonly BoardOrder[], now: number): BoardOrder | null {
  const newest = readyOrders(orders).at(-1);
  if (!newest) return null;
  return now - completed(newest) < enlargedSeconds * 1000 ? newest : null;
}
