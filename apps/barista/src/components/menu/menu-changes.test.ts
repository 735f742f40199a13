import { expect, it } from "vitest";
import { drink } from "./drinks.fixture";
import { changesOf, orderId } from "./menu-changes";

const before = [drink("latte"), drink("mocha"), drink("chai")];

it("says of each drink what has become of it", () => {
  const after = [
    drink("latte", { name: "Caffè latte", vessel: "glass", allergens: ["milk"] }),
    drink("chai"),
    drink("cortado"),
  ];
  expect(changesOf(before, after)).toEqual([
    { id: "latte", name: "Caffè latte", what: "name, cup, and allergens" },
    { id: "cortado", name: "cortado", what: "new" },
    { id: "mocha", name: "mocha", what: "removed" },
  ]);
});

it("sees another order, and none where a drink has only come or gone", () => {
  expect(changesOf(before, [drink("chai"), drink("latte"), drink("mocha")]).map(({ id }) => id)).toEqual([
    orderId,
  ]);
  expect(changesOf(before, before.slice(1)).map(({ id }) => id)).toEqual(["latte"]);
});

it("sees no change in what is sold out", () => {
  expect(changesOf(before, [drink("latte", { available: false }), ...before.slice(1)])).toEqual([]);
});
