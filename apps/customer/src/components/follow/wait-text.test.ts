import { expect, it } from "vitest";
import { aheadWords, tookFigures, waitFigures, waitLeft, waitWords } from "./wait-text";

const wait = (fromSeconds: number, toSeconds: number) => ({ fromSeconds, toSeconds });

it("shortens a wait by the time since it was told, and never below nothing", () => {
  expect(waitLeft(wait(240, 400), 60)).toEqual(wait(180, 340));
  expect(waitLeft(wait(30, 90), 100)).toEqual(wait(0, 0));
});

it("tells a range in whole minutes that holds the whole wait", () => {
  expect(waitFigures(wait(250, 410))).toBe("4–7 min");
  expect(waitFigures(wait(10, 100))).toBe("1–2 min");
  expect(waitFigures(wait(10, 50))).toBe("1 min");
  expect(waitWords(wait(250, 410))).toBe("4 to 7 minutes to go.");
  expect(waitWords(wait(10, 50))).toBe("About 1 minute to go.");
});

it("promises nothing more when the time is over", () => {
  expect([waitFigures(wait(0, 0)), waitWords(wait(0, 0))]).toEqual(["soon", "It should not take long now."]);
});

it("says how many are before one", () => {
  expect([0, 1, 4].map(aheadWords)).toEqual([
    "Nobody is before you.",
    "One order is before yours.",
    "4 orders are before yours.",
  ]);
});

it("tells how long a drink took in whole minutes, one at the least", () => {
  const from = "2026-11-22T09:00:00.000Z";
  expect(tookFigures(from, "2026-11-22T09:00:20.000Z")).toBe("1 min");
  expect(tookFigures(from, "2026-11-22T09:03:40.000Z")).toBe("4 min");
});
