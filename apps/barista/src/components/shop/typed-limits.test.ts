import { expect, it } from "vitest";
import { settings } from "./settings.fixture";
import { changedLimits, checkLimits } from "./typed-limits";

const { limits } = settings;

it("makes limits of what was typed", () => {
  expect(checkLimits(limits, { drinksPerCode: 4 })).toEqual({ limits: { ...limits, drinksPerCode: 4 } });
});

it.each([
  ["an empty box", { drinksPerCode: null }, "drinksPerCode"],
  ["too many", { maxExtensions: 99 }, "maxExtensions"],
  ["red before amber", { lateAfterSeconds: 120 }, "lateAfterSeconds"],
])("says at which box %s stands", (_what, typed, name) => {
  const checked = checkLimits(limits, typed);
  expect(Object.keys("problems" in checked ? checked.problems : {})).toEqual([name]);
});

it("counts only what differs from the shop as it is", () => {
  expect(changedLimits(limits, { drinksPerCode: limits.drinksPerCode, maxExtensions: 3 })).toEqual([
    "maxExtensions",
  ]);
});
