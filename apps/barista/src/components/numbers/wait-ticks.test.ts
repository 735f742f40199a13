import { expect, it } from "vitest";
import { waitTicks } from "./wait-ticks";

it("marks waits at round times, a few of them, above the longest", () => {
  expect(waitTicks(50)).toEqual([15, 30, 45, 60]);
  expect(waitTicks(200)).toEqual([60, 120, 180, 240]);
  expect(waitTicks(900)).toEqual([300, 600, 900]);
  for (const longest of [1, 77, 1234, 40_000]) {
    const ticks = waitTicks(longest);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(longest);
    expect(ticks.length).toBeLessThanOrEqual(4);
  }
});
