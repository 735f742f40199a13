import { expect, it } from "vitest";
import { DoubleTaps } from "./double-tap";

const tap = (timeStamp: number, clientX: number, clientY = 100) => ({
  ...{ detail: 1, timeStamp, clientX, clientY },
});

it("takes the second tap in the same place, soon after the first, for a slip, and no other", () => {
  const taps = new DoubleTaps();
  expect(taps.isSecond(tap(1_000, 100))).toBe(false);
  expect(taps.isSecond(tap(1_200, 110))).toBe(true);
  expect(taps.isSecond(tap(1_300, 300))).toBe(false);
  expect(taps.isSecond(tap(1_900, 300))).toBe(false);
});

it("takes a third that follows the second for one, too", () => {
  const taps = new DoubleTaps();
  expect([1_000, 1_200, 1_400, 2_000].map((at) => taps.isSecond(tap(at, 100)))).toEqual([
    ...[false, true, true, false],
  ]);
});

it("believes a browser that counts, and every key", () => {
  const taps = new DoubleTaps();
  expect(taps.isSecond({ ...tap(1_000, 100), detail: 2 })).toBe(true);
  expect(taps.isSecond({ ...tap(1_010, 0, 0), detail: 0 })).toBe(false);
  expect(taps.isSecond({ ...tap(1_020, 0, 0), detail: 0 })).toBe(false);
});
