import { AppError } from "@serverlesspresso/contracts/error";
import type { Order } from "@serverlesspresso/contracts/order";
import { expect, it } from "vitest";
import { walkUpRefusal } from "./walk-up-words";

const refused = (cause: Order["cause"]) => {
  const order = { state: "CANCELLED", cause } as Order; // the words ask for nothing else
  return new AppError("order_conflict", "", { order });
};

it("says why there was no place, and what to do", () => {
  expect(walkUpRefusal(refused("full"))).toMatch(/bar is full/);
  expect(walkUpRefusal(refused("closed"))).toMatch(/closed/);
  expect(walkUpRefusal(refused(null))).toMatch(/already/);
});

it("says what is sold out in the shop's own words, and what to do without an answer", () => {
  expect(walkUpRefusal(new AppError("drink_unavailable", "Mocha is not available now."))).toMatch(/^Mocha/);
  expect(walkUpRefusal(new Error("down"))).toMatch(/try again/);
});
