import { expect, test } from "@playwright/test";
import { describeFigure, type Figure, isKept } from "./figure";
import { median, percentile } from "./statistics";

const figure: Figure = { part: "journey", name: "slowest tap", value: 96, unit: "ms" };

test("a figure is kept within its budget, and never where nothing was measured", () => {
  expect(isKept(figure)).toBe(true);
  expect(isKept({ ...figure, budget: { atMost: 96 } })).toBe(true);
  expect(isKept({ ...figure, budget: { atMost: 95 } })).toBe(false);
  expect(isKept({ ...figure, budget: { atLeast: 97 } })).toBe(false);
  expect(isKept({ ...figure, value: Number.NaN, budget: { atMost: 100 } })).toBe(false);
});

test("a figure is told with its budget, its floor and how busy the machine was", () => {
  const told = describeFigure({
    ...figure,
    budget: { atMost: 50 },
    floor: { name: "unslowed", value: 24 },
    load: 1.25,
  });
  expect(told).toMatch(/^✗ slowest tap +96 ms +≤ 50 ms +unslowed 24 ms +load 1\.[23]$/);
  expect(describeFigure({ ...figure, value: 0.01234, unit: "$" })).toContain("$0.0123");
});

test("a percentile is a value that was measured", () => {
  expect(percentile([30, 10, 20], 0.95)).toBe(30);
  expect(median([3, 1, 2, 4])).toBe(2);
  expect(median([])).toBeNaN();
});
