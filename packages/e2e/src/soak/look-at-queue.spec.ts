import { expect, test } from "@playwright/test";
import { wrongIn } from "./look-at-queue";
import type { Progress } from "./rush";

const never = Number.POSITIVE_INFINITY;
const order = (number: number, times: Partial<Progress> = {}): Progress => ({
  number,
  submittedAt: `2026-11-22T08:00:0${number}.000Z`,
  submitted: 1_000,
  completing: never,
  completed: never,
  completedAt: null,
  collecting: never,
  collected: never,
  ...times,
});
const at = { from: 100_000, until: 100_050 };
const ready = { completing: 50_000, completed: 50_100 };

test("a soak finds what is missed, twice, late or out of order on a barista's screen", () => {
  const orders = [
    order(1),
    order(2),
    order(3, ready),
    order(4, { ...ready, collecting: 60_000, collected: 60_100 }),
  ];
  const wrong = (open: number[], counter: number[]) => wrongIn({ ...at, open, ready: counter }, orders);
  expect(wrong([1, 2], [3])).toEqual([]);
  expect(wrong([1], [3])).toEqual(["missed: 2"]);
  expect(wrong([1, 2], [])).toEqual(["missed on the counter: 3"]);
  expect(wrong([1, 2, 2], [3])).toEqual(["shown twice: 2"]);
  expect(wrong([1, 2], [3, 1])).toEqual(["shown twice: 1"]);
  expect(wrong([2, 1], [3])).toEqual(["out of order: 2,1"]);
  const later = { ...ready, completedAt: "2026-11-22T08:05:00.000Z" };
  const counter = [order(3, later), order(4, { ...ready, completedAt: "2026-11-22T08:04:00.000Z" })];
  expect(wrongIn({ ...at, open: [], ready: [4, 3] }, counter)).toEqual([]);
  expect(wrongIn({ ...at, open: [], ready: [3, 4] }, counter)).toEqual(["out of order on the counter: 3,4"]);
  expect(wrong([1, 2, 3], [])).toEqual(["missed on the counter: 3", "still shown: 3"]);
  expect(wrong([1, 2], [3, 4])).toEqual(["still shown: 4"]);
});

test("a soak gives a screen the time that a message needs", () => {
  const fresh = order(5, { submitted: at.from - 1_000 });
  expect(wrongIn({ ...at, open: [], ready: [] }, [fresh])).toEqual([]);
  const leaving = order(6, { completing: at.from - 500, completed: at.from - 400 });
  expect(wrongIn({ ...at, open: [6], ready: [] }, [leaving])).toEqual([]);
  expect(wrongIn({ ...at, open: [], ready: [] }, [leaving])).toEqual([]);
});
