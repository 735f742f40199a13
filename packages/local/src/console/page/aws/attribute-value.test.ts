import { expect, test } from "vitest";
import { plainItem } from "./attribute-value";

test("an item becomes plain JSON, numbers too large for JavaScript stay text", () => {
  const item = {
    name: { S: "espresso" },
    count: { N: "42" },
    price: { N: "2.50" },
    large: { N: "12345678901234567890" },
    on: { BOOL: true },
    none: { NULL: true },
    list: { L: [{ S: "a" }, { M: { b: { N: "1" } } }] },
    set: { SS: ["x", "y"] },
    numbers: { NS: ["1", "2"] },
  };
  expect(plainItem(item)).toEqual({
    name: "espresso",
    count: 42,
    price: 2.5,
    large: "12345678901234567890",
    on: true,
    none: null,
    list: ["a", { b: 1 }],
    set: ["x", "y"],
    numbers: [1, 2],
  });
});
