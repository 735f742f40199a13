import { expect, test } from "@playwright/test";
import { pricesOf, usedBetween } from "./price-list";

test("a usage is priced by what is billed, dearest first", () => {
  const [first, second] = pricesOf({ "states.transitions": 7000, "lambda.invocations": 20_000 });
  expect(first).toMatchObject({ billed: "states.transitions", amount: 7000 });
  expect(first?.price).toBeCloseTo(0.175);
  expect(second?.price).toBeCloseTo(0.004);
});

test("what was used is what has been counted since", () => {
  expect(usedBetween({ "events.put": 3 }, { "events.put": 10, "logs.bytes": 5 })).toEqual({
    "events.put": 7,
    "logs.bytes": 5,
  });
});
