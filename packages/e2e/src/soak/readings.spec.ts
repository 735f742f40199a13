import { expect, test } from "@playwright/test";
import { type Reading, slopeOf } from "./readings";

const at = (hour: number, shown: number, heapBytes: number): Reading => ({
  ...{ hour, shown, heapBytes },
  ...{ nodes: 0, listeners: 0 },
});
const hours = Array.from({ length: 40 }, (_, index) => index / 5);
const wave = (hour: number) => Math.round(40 * Math.sin(hour) ** 2);
const slope = (heap: (hour: number) => number) =>
  slopeOf(
    hours.map((hour) => at(hour, wave(hour), heap(hour))),
    ({ heapBytes }) => heapBytes,
  );

test("a soak tells what a page adds each hour from what it holds for the orders that it shows", () => {
  expect(slope((hour) => 5e6 + 20_000 * wave(hour))).toBeCloseTo(0, 3);
  expect(slope((hour) => 5e6 + 20_000 * wave(hour) + 300_000 * hour)).toBeCloseTo(300_000, 0);
});

test("the caches that fill at first are no growth", () => {
  expect(slope((hour) => (hour < 0.7 ? 1e6 : 5e6))).toBeCloseTo(0, 3);
});
