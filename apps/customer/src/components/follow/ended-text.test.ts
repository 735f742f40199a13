import type { Order } from "@serverlesspresso/contracts/order";
import { expect, it } from "vitest";
import { openShop } from "../page/open-shop.fixture";
import { endedTextOf } from "./ended-text";

const refused: Order = {
  id: "a",
  eventId: "default",
  number: null,
  state: "CANCELLED",
  version: 2,
  drinkOrder: null,
  createdAt: "2026-11-22T08:00:00.000Z",
  submittedAt: null,
  completedAt: null,
  dueAt: null,
  baristaName: null,
  cause: "paused",
  extensionsLeft: 2,
};

it("tells who got no place why, until when, and what to do", () => {
  const reopensAt = "2026-11-22T09:15:00.000Z";
  const paused = openShop({ status: "paused", message: "New beans", reopensAt });
  expect(endedTextOf(refused, paused)).toEqual({
    title: "The bar takes a short break",
    text: "Your place could not be kept. New beans. It opens again at 10:15.",
    picture: { sign: "10:15" },
  });
});

it("speaks of the bar as it is now", () => {
  const closed = openShop({ status: "closed" });
  expect(endedTextOf(refused, closed).title).toBe("The bar is closed");
  expect(endedTextOf({ ...refused, cause: "full" }, openShop())).toEqual({
    title: "The bar was full",
    text: "Your place could not be kept, but the bar takes orders again. Scan the screen.",
    picture: "empty cup",
  });
});

it("says what the order knows while the shop cannot be read", () => {
  expect(endedTextOf(refused, undefined).title).toBe("The bar takes a short break");
});

it("leaves the shop out of what a person decided", () => {
  const closed = openShop({ status: "closed" });
  expect(endedTextOf({ ...refused, cause: "customer" }, closed).title).toBe("Your order is cancelled");
});
