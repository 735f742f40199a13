import type { BoardOrder } from "@serverlesspresso/contracts/order";
import { describe, expect, it } from "vitest";
import { newestReady, preparingOrders, readyOrders } from "./board-orders";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 8, 0, seconds)).toISOString();

function order(number: number, state: BoardOrder["state"], completedAt: string | null = null): BoardOrder {
  return {
    id: `order-${number}`,
    number,
    state,
    version: 3,
    drinkOrder: { drink: "flat-white", modifiers: [] },
    submittedAt: at(number),
    completedAt,
  };
}

const numbers = (orders: readonly BoardOrder[]) => orders.map(({ number }) => number);

describe("the board", () => {
  it("shows what waits and what is being made as preparing, in the order of submission", () => {
    const orders = [order(3, "MAKING"), order(1, "SUBMITTED"), order(2, "COMPLETED", at(30))];
    expect(numbers(preparingOrders(orders))).toEqual([1, 3]);
    expect(numbers(readyOrders(orders))).toEqual([2]);
  });

  it("shows a recalled drink as preparing, though it has been ready before", () => {
    expect(numbers(preparingOrders([order(4, "MAKING", at(20))]))).toEqual([4]);
    expect(newestReady([order(4, "MAKING", at(20))], Date.parse(at(21)))).toBeNull();
  });

  it("enlarges the one that became ready last, for ten seconds", () => {
    const orders = [order(1, "COMPLETED", at(40)), order(2, "COMPLETED", at(35))];
    expect(newestReady(orders, Date.parse(at(49)))?.number).toBe(1);
    expect(newestReady(orders, Date.parse(at(50)))).toBeNull();
  });
});
