import type { BoardOrder, Journey, Order, Ticket } from "@serverlesspresso/contracts/order";
import { type OrderRow, visibleOf } from "./order-row";

/** The order as its owner sees it. */
export function toOrder(row: OrderRow): Order {
  return { id: row.id, number: row.orderNumber, ...visibleOf(row) };
}

/** The order as baristas see it. */
export function toTicket(row: OrderRow): Ticket {
  return { ...toOrder(row), baristaUserId: row.baristaUserId };
}

/** The order as the shop's screen sees it. */
export function toBoardOrder(row: OrderRow): BoardOrder {
  const { id, number, state, version, drinkOrder, submittedAt, completedAt } = toOrder(row);
  return { id, number, state, version, drinkOrder, submittedAt, completedAt };
}

/** Every step of the order's way, oldest first, as its owner sees it: who of the staff took it is left out. */
export function toJourney(row: OrderRow): Journey {
  const { id, steps } = toStaffJourney(row);
  return { id, steps: steps.map(({ name: _, ...step }) => step) };
}

/** The order's way as baristas see it: with the name of who took each step. */
export function toStaffJourney(row: OrderRow): Journey {
  const steps = row.history.map(({ userId: _, ...step }) => ({
    ...step,
    at: new Date(step.at).toISOString(),
  }));
  return { id: row.id, steps };
}
