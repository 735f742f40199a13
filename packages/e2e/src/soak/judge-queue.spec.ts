import { expect, test } from "@playwright/test";
import { judgeQueue } from "./judge-queue";
import type { Progress } from "./rush";
import type { Watched } from "./watch-queue";

const reading = (hour: number, more: object = {}) => ({
  ...{ hour, shown: 0, heapBytes: 5e6, nodes: 900, listeners: 300, queueMs: 4 },
  ...more,
});
const day = (more: Partial<Watched> = {}): Watched => ({
  ...{ looks: 9, mostOpen: 1, seen: new Set([1]), queueMs: 4, kinds: [], faults: [] },
  readings: [0, 1, 2, 3].map((hour) => reading(hour)),
  ...more,
});
const orders = [{ number: 1 } as Progress]; // nothing else of it is judged
const judge = (watched: Watched, trouble: unknown[] = []) => judgeQueue({ orders, trouble }, watched);

test("a day behind the bar is right only if nothing was missed and nothing stays", () => {
  expect(judge(day())).toEqual([]);
  expect(judge(day({ seen: new Set() }))).toEqual(["Never on the screen: 1."]);
  expect(judge(day(), ["lost"])).toEqual(["An order failed: lost"]);
  const readings = (last: object) => [...[0, 1, 2].map((hour) => reading(hour)), reading(3, last)];
  expect(judge(day({ readings: readings({ nodes: 1_200 }) }))).toEqual(["300 nodes stayed."]);
  expect(judge(day({ readings: readings({ listeners: 330 }) }))).toEqual(["30 listeners stayed."]);
  const leaking = [0, 1, 2, 3].map((hour) => reading(hour, { heapBytes: 5e6 + 3e5 * hour }));
  expect(judge(day({ readings: leaking }))).toEqual(["The heap grows by 0.30 MB an hour."]);
});

test("a day that was never read is not right", () => {
  expect(judge(day({ readings: [] })).length).toBeGreaterThan(0);
});
