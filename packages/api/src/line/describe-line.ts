import type { Line } from "@serverlesspresso/contracts/line";
import { foresee, openOrders } from "./foresee";
import type { LineRow } from "./line-row";
import { waitRange } from "./wait-range";

/** The line as everybody in it may know it at an instant. */
export function describeLine(row: LineRow, now: number): Line {
  const { orders, next } = foresee(row, now);
  const places = openOrders(row, now).map((order) => {
    const foresight = orders.get(order);
    return { number: order.number, wait: foresight ? waitRange(row, foresight) : null };
  });
  return { places, wait: waitRange(row, next), serverTime: new Date(now).toISOString() };
}
