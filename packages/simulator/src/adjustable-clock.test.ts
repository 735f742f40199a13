import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { AdjustableClock } from "./adjustable-clock";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Waits of these lengths; tells which are over. */
function waitsOf(clock: AdjustableClock, ...lengthsMs: number[]): number[] {
  const over: number[] = [];
  for (const ms of lengthsMs) void clock.wait(ms).then(() => over.push(ms));
  return over;
}

it("lets time pass at its speed, also for who waits already", async () => {
  const clock = new AdjustableClock(2, 0);
  const over = waitsOf(clock, 10_000, 40_000);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(over).toEqual([10_000]);
  clock.setSpeed(10);
  await vi.advanceTimersByTimeAsync(2_999);
  expect(over).toEqual([10_000]);
  await vi.advanceTimersByTimeAsync(1);
  expect(over).toEqual([10_000, 40_000]);
  expect(clock.now()).toBe(40_000);
});

it("stands still at speed 0, and goes on from there", async () => {
  const clock = new AdjustableClock(1, 0);
  const over = waitsOf(clock, 1_000);
  await vi.advanceTimersByTimeAsync(400);
  clock.setSpeed(0);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(over).toEqual([]);
  expect(clock.now()).toBe(400);
  clock.setSpeed(1);
  await vi.advanceTimersByTimeAsync(600);
  expect(over).toEqual([1_000]);
});

it("does not count what the machine has slept: nobody comes then, and not all at once after it", async () => {
  const clock = new AdjustableClock(20, 0);
  const over = waitsOf(clock, 20_000, 600_000);
  vi.setSystemTime(Date.now() + 1_800_000);
  clock.setSpeed(20);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(over).toEqual([20_000]);
  expect(clock.now()).toBe(40_000);
});
