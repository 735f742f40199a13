import { OrderState } from "@serverlesspresso/contracts/order-state";
import { expect, it } from "vitest";
import { standingWords } from "./standing-words";

const order = {
  state: "SUBMITTED",
  cause: null,
  baristaName: null,
  submittedAt: "2026-11-22T09:00:00Z",
} as const;

it("has words for every state", () => {
  for (const state of OrderState.options) expect(standingWords({ ...order, state })).toMatch(/^[A-Z]/);
});

it("names who makes it, and why it ended", () => {
  expect(standingWords({ ...order, state: "MAKING", baristaName: "Ana" })).toBe("Ana makes it");
  expect(standingWords({ ...order, state: "EXPIRED", cause: "timeout" })).toBe("Not made in time");
  expect(standingWords({ ...order, state: "CANCELLED", cause: "full", submittedAt: null })).toBe(
    "The bar was full",
  );
});
