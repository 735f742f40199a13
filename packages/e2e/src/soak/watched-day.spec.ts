import { expect, test } from "@playwright/test";
import { Random } from "@serverlesspresso/simulator/random";
import type { ServedOrder } from "./served-day";
import { planDay } from "./shop-day";
import type { Board } from "./watched-board";
import { WatchedDay } from "./watched-day";

const minute = 60_000;
const board = (preparing: number[], ready: number[], elsewhere = 0): Board => ({
  Preparing: { numbers: preparing, told: preparing.length + elsewhere },
  Ready: { numbers: ready, told: ready.length },
});
const served = (): ServedOrder[] => [
  { number: 1, submittedAt: 0, completedAt: minute, endedAt: 2 * minute },
  { number: 2, submittedAt: 0, completedAt: 5 * minute, endedAt: 6 * minute },
];

test("a soak finds what was never on the wall, and asks for nothing that the wall could not know", () => {
  const day = new WatchedDay(served());
  day.see(board([1], []));
  day.see(board([], [1, 2]));
  expect(day.missed()).toEqual(["2 was never under Preparing."]);

  const away = new WatchedDay(served());
  away.outages.push({ from: 1_000, until: 4.5 * minute });
  away.see(board([], [2]));
  expect(away.missed()).toEqual([]);
});

test("a soak finds what stays too long, and a wall that tells of more or fewer than there are", () => {
  const later: ServedOrder = { number: 3, submittedAt: 0, completedAt: null, endedAt: null };
  const wrongAt = (now: number, seen: Board, outage?: { from: number; until: number }) => {
    const day = new WatchedDay([...served(), later]);
    if (outage) day.outages.push(outage);
    day.compare(seen, now);
    return [...day.faults];
  };
  expect(wrongAt(7 * minute, board([3], []))).toEqual([]);
  expect(wrongAt(7 * minute, board([3], [2]))).toHaveLength(2);
  expect(wrongAt(6 * minute + 5_000, board([3], [2]))).toEqual([]);
  expect(wrongAt(7 * minute, board([], []))).toEqual(["The board told of 0 and 0 instead of 1 and 0."]);
  expect(wrongAt(7 * minute, board([], [], 1))).toEqual([]);
  expect(wrongAt(7 * minute, board([], []), { from: 0, until: 6.8 * minute })).toEqual([]);
});

test("a day of the soak has rushes that fill more than one page, and loses nobody to patience", () => {
  const plan = planDay(new Random(1));
  const waiting = (at: number) =>
    plan.filter(({ arrives, completes, leaves }) => arrives <= at && at < (completes ?? leaves)).length;
  const most = Math.max(...plan.map(({ arrives }) => waiting(arrives)));
  expect(most).toBeGreaterThan(30);
  expect(most).toBeLessThan(100);
  for (const { arrives, makes, completes, leaves } of plan) {
    expect(makes - arrives).toBeLessThan(900);
    expect(leaves - (completes ?? leaves)).toBeLessThan(600);
  }
  expect(plan.filter(({ scans }) => scans).length).toBeGreaterThan(10);
});
