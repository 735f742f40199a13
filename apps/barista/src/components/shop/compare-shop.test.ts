import { expect, it } from "vitest";
import { startOf } from "../bar/difference";
import { compareShop, mergeShop } from "./compare-shop";
import { settings as base } from "./settings.fixture";

const clock = { timeZone: "Europe/Berlin", serverTime: "2026-11-22T08:00:00Z" };
const mine = { ...base, limits: { ...base.limits, drinksPerCode: 5, maxOrdersInQueue: 12 } };
const theirs = {
  ...base,
  status: "paused" as const,
  message: "Out of milk",
  limits: { ...base.limits, maxOrdersInQueue: 8 },
};

it("names what differs, in words, and who has changed it", () => {
  expect(compareShop({ base, mine, theirs }, clock)).toEqual([
    {
      id: "status",
      name: "The shop is",
      mine: "Open",
      theirs: "Paused: Out of milk",
      changed: { mine: false, theirs: true },
    },
    {
      id: "maxOrdersInQueue",
      name: "Orders at the same time",
      mine: "12 orders",
      theirs: "8 orders",
      changed: { mine: true, theirs: true },
    },
    {
      id: "drinksPerCode",
      name: "Drinks a code",
      mine: "5 drinks",
      theirs: "10 drinks",
      changed: { mine: true, theirs: false },
    },
  ]);
});

it("begins with every change that one side alone has made, and leaves open what both have", () => {
  expect(startOf(compareShop({ base, mine, theirs }, clock))).toEqual({
    status: "theirs",
    drinksPerCode: "mine",
  });
});

it("takes each difference from the side that was chosen", () => {
  const chosen = { status: "theirs", drinksPerCode: "mine", maxOrdersInQueue: "mine" } as const;
  expect(mergeShop({ mine, theirs }, chosen)).toEqual({
    ...theirs,
    limits: { ...base.limits, drinksPerCode: 5, maxOrdersInQueue: 12 },
  });
});
