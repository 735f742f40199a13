import { NetworkError } from "@serverlesspresso/client/network-error";
import { AppError } from "@serverlesspresso/contracts/error";
import type { Order } from "@serverlesspresso/contracts/order";
import { describe, expect, it } from "vitest";
import { refusalWords } from "./refusal";

const order: Order = {
  id: "order-42",
  eventId: "default",
  number: 42,
  state: "SUBMITTED",
  version: 3,
  drinkOrder: { drink: "flat-white", modifiers: [] },
  createdAt: "2026-11-22T08:00:00.000Z",
  submittedAt: "2026-11-22T08:01:00.000Z",
  completedAt: null,
  dueAt: null,
  baristaName: null,
  cause: null,
  extensionsLeft: 0,
};
const conflict = (about: Partial<Order>) =>
  new AppError("order_conflict", "", { order: { ...order, ...about } });

describe("a refused tap", () => {
  it("names the barista who was faster", () => {
    expect(refusalWords(conflict({ state: "MAKING", baristaName: "Ana" }), order)).toBe(
      "Order 42: Ana has it.",
    );
    const hers = { ...order, baristaName: "Ana" };
    expect(refusalWords(new AppError("forbidden", ""), hers)).toBe("Order 42: Ana has it.");
  });

  it("tells where the order stands now", () => {
    expect(refusalWords(conflict({ state: "CANCELLED" }), order)).toBe("Order 42: it has been cancelled.");
    expect(refusalWords(conflict({ state: "COLLECTED" }), order)).toBe("Order 42: it has been collected.");
  });

  it("never leaves open whether it was done", () => {
    expect(refusalWords(new NetworkError("no answer"), order)).toBe(
      "Order 42: not done, the shop does not answer.",
    );
    expect(refusalWords(new AppError("internal", ""), order)).toBe("Order 42: not done, please try again.");
  });
});
