import type { Order } from "@serverlesspresso/contracts/order";
import { OrderState } from "@serverlesspresso/contracts/order-state";
import { expect, it } from "vitest";
import { fillOf, statusText, stepsOf, tabTitle } from "./follow-state";

const submitted: Order = {
  id: "a",
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
  extensionsLeft: 2,
};
const making: Order = { ...submitted, state: "MAKING", baristaName: "Ana" };

it("shows where an order stands among five steps", () => {
  expect(stepsOf(submitted).map(({ status }) => status)).toEqual(["done", "here", "ahead", "ahead", "ahead"]);
  expect(stepsOf({ ...making, state: "COLLECTED" }).every(({ status }) => status === "done")).toBe(true);
});

it("keeps the time of the counter to itself until the drink stands there", () => {
  const recalled = { ...making, completedAt: "2026-11-22T08:05:00.000Z" };
  expect(stepsOf(recalled)[3]).toEqual({ name: "Ready", status: "ahead", at: null });
});

it("says who makes it, and that it is made again after a recall", () => {
  expect(statusText(making, "flat white")).toBe("Ana is making your flat white.");
  expect(statusText({ ...making, completedAt: submitted.createdAt }, "flat white")).toMatch(/again/);
});

it("speaks of ready only when it is", () => {
  for (const state of OrderState.options.filter((one) => one !== "COMPLETED")) {
    expect(statusText({ ...submitted, state }, "flat white")).not.toMatch(/ready/i);
  }
  expect(statusText({ ...submitted, state: "COMPLETED" }, "flat white")).toBe("Your flat white is ready.");
});

it("fills the cup as the order moves on", () => {
  const fills = (["SUBMITTED", "MAKING", "COMPLETED"] as const).map((state) =>
    fillOf({ ...submitted, state }),
  );
  expect(fills).toEqual([...fills].sort((a, b) => a - b));
  expect(fills.at(-1)).toBe(1);
});

it("tells the tab the number and the state", () => {
  expect(tabTitle({ ...submitted, state: "COMPLETED" })).toBe("42 is ready");
  expect(tabTitle(submitted, true)).toBe("42 is next");
});

it("says so when nobody is before it", () => {
  expect(statusText(submitted, "flat white")).toBe("Your flat white is in the queue.");
  expect(statusText(submitted, "flat white", { isNext: true })).toBe("Your flat white is next.");
});

it("takes no step back before the customer's eyes when a barista puts an order back", () => {
  const { status } = stepsOf(submitted, true)[2] ?? {};
  expect(status).toBe("here");
  expect(fillOf(submitted, true)).toBe(fillOf(making));
  expect(statusText(submitted, "flat white", { begun: true })).toBe(
    "The bar is about to make your flat white.",
  );
});
