import { expect, it } from "vitest";
import { clockText, countdownText, secondsText, whenText } from "./clock-text";

/** Half past eleven at night in Berlin. */
const late = { timeZone: "Europe/Berlin", serverTime: "2026-11-22T22:30:00.000Z" };

it("tells times by the shop's clock, wherever the phone thinks it is", () => {
  expect(clockText("2026-11-22T22:45:00.000Z", "Europe/Berlin")).toBe("23:45");
  expect(secondsText("2026-11-22T22:45:09.000Z", "Europe/Berlin")).toBe("23:45:09");
  expect(whenText("2026-11-22T22:45:00.000Z", late)).toBe("at 23:45");
});

it("names the day of what is not today in the shop", () => {
  expect(whenText("2026-11-22T23:00:00.000Z", late)).toBe("tomorrow at 00:00");
  expect(whenText("2026-11-24T07:00:00.000Z", late)).toBe("on Tue 24 Nov, 08:00");
});

it("counts down in minutes and seconds", () => {
  expect([151, 60, 9, 0].map(countdownText)).toEqual(["2:31", "1:00", "0:09", "0:00"]);
});
