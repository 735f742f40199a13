import { expect, it } from "vitest";
import { spokenWait, waitText } from "./wait-text";

it("shows a wait as a clock does, and tells one in words", () => {
  expect([0, 59, 60, 185, 3900].map(waitText)).toEqual(["0:00", "0:59", "1:00", "3:05", "65:00"]);
  expect([0, 1, 60, 185].map(spokenWait)).toEqual([
    "0 seconds",
    "1 second",
    "1 minute",
    "3 minutes 5 seconds",
  ]);
});

it("makes no figure of a wait that nobody had", () => {
  expect(waitText(null)).toBe("–");
  expect(spokenWait(null)).toBe("nobody yet");
});
