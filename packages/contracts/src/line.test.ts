import { expect, test } from "vitest";
import { Line, placeInLine } from "./line";

const line = Line.parse({
  places: [
    { number: 7, wait: { fromSeconds: 20, toSeconds: 60 } },
    { number: 8, wait: null },
  ],
  wait: null,
  serverTime: "2026-11-22T10:00:00.000Z",
});

test("an order's place is how many orders are before it", () => {
  expect(placeInLine(line, 7)).toEqual({ ahead: 0, wait: { fromSeconds: 20, toSeconds: 60 } });
  expect(placeInLine(line, 8)).toEqual({ ahead: 1, wait: null });
});

test("an order that is not in the line, or has no number yet, has no place", () => {
  expect(placeInLine(line, 9)).toBeNull();
  expect(placeInLine(line, null)).toBeNull();
});

test("a line tells nothing of an order but its number and its wait", () => {
  const place = { number: 7, wait: null, id: "a" };
  expect(Line.safeParse({ ...line, places: [place] }).success).toBe(false);
});
