import { expect, test } from "vitest";
import { statusOf } from "./shop-status";

const open = { open: true, reason: "closed", reopensAt: null, lastOrdersAt: null } as const;

test("an open shop takes its last order in the millisecond before last orders", () => {
  expect(statusOf(open, 1000)).toBe("open");
  expect(statusOf({ ...open, lastOrdersAt: 1000 }, 999)).toBe("open");
  expect(statusOf({ ...open, lastOrdersAt: 1000 }, 1000)).toBe("closed");
});

test("a shop that pauses until an instant is open from then on", () => {
  const paused = { ...open, open: false, reason: "paused" } as const;
  expect(statusOf(paused, 1000)).toBe("paused");
  expect(statusOf({ ...paused, reopensAt: 1000 }, 999)).toBe("paused");
  expect(statusOf({ ...paused, reopensAt: 1000 }, 1000)).toBe("open");
});
