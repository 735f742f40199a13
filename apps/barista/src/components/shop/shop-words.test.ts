import { expect, it } from "vitest";
import { limitWords } from "./limit-fields";
import { settings } from "./settings.fixture";
import { statusWords } from "./shop-words";

const clock = { timeZone: "Europe/Berlin", serverTime: "2026-11-22T08:00:00Z" };

it.each([
  [{}, "Open"],
  [{ lastOrdersAt: "2026-11-22T16:00:00.000Z" }, "Open, last orders at 17:00"],
  [{ status: "paused", message: "Out of milk" }, "Paused: Out of milk"],
  [
    { status: "paused", message: "Out of milk", reopensAt: "2026-11-22T08:30:00.000Z" },
    "Paused until 09:30: Out of milk",
  ],
  [{ status: "closed", reopensAt: "2026-11-23T07:00:00.000Z" }, "Closed until tomorrow at 08:00"],
] as const)("says what a shop is: %o", (changes, words) => {
  expect(statusWords({ ...settings, ...changes }, clock)).toBe(words);
});

it("says limits in the unit that people think in", () => {
  expect(limitWords("ageingAfterSeconds", 90)).toEqual({ label: "Amber after", value: "1.5 minutes" });
  expect(limitWords("codeWindowSeconds", 60).value).toBe("1 minute");
  expect(limitWords("maxOrdersInQueue", 1).value).toBe("1 order");
});
