import { expect, test } from "@playwright/test";
import { judgeHeap, type LifeReading, type Reading, slopeOf } from "./readings";

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

test("each life of a page is judged: awake, once its caches are full; asleep, by the clock", () => {
  const lifeOf = (life: number, heap: (awake: number) => number, share: number): LifeReading[] =>
    Array.from({ length: 48 }, (_, quarter) => {
      const livedHours = (quarter / 4) * share;
      return { ...at(12 * life + quarter / 4, 0, heap(livedHours)), life, livedHours };
    });
  const filling = (hours: number) => 4e6 + 3e6 * Math.min(1, hours / 0.5);
  expect(judgeHeap([...lifeOf(1, filling, 0.2), ...lifeOf(2, filling, 0.01)])).toEqual([]);
  const leaking = (hours: number) => filling(hours) + 1.2e6 * hours;
  expect(judgeHeap(lifeOf(1, leaking, 0.2))).toEqual([expect.stringContaining("In load 1")]);
  const fillsAsleep = (hours: number) => 4e6 + 120e6 * hours;
  expect(judgeHeap(lifeOf(2, fillsAsleep, 0.01))).toContainEqual(expect.stringContaining("In load 2"));
});
