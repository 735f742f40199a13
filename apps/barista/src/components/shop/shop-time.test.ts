import { expect, it } from "vitest";
import { nextAt, wallClock, whenWords } from "./shop-time";

const berlin = "Europe/Berlin";
const at = (iso: string) => Date.parse(iso);

it.each([
  ["later today", "17:00", "2026-11-22T09:30:20Z", "2026-11-22T16:00:00.000Z"],
  ["tomorrow, once it is past", "10:00", "2026-11-22T09:30:20Z", "2026-11-23T09:00:00.000Z"],
  ["tomorrow, in the very minute", "10:30", "2026-11-22T09:30:20Z", "2026-11-23T09:30:00.000Z"],
  ["after the clocks went forward", "08:00", "2026-03-28T20:00:00Z", "2026-03-29T06:00:00.000Z"],
  ["after the clocks went back", "08:00", "2026-10-24T20:00:00Z", "2026-10-25T07:00:00.000Z"],
])("finds a time of the shop's clock %s", (_when, clock, now, found) => {
  expect(nextAt(clock, at(now), berlin)).toBe(found);
});

it.each(["", "25:00", "17:60", "soon"])("finds none in %j", (clock) => {
  expect(nextAt(clock, 0, berlin)).toBeNull();
});

it("tells a time by the shop's clock, and the day where it is another", () => {
  const shop = { timeZone: berlin, serverTime: "2026-11-22T09:00:00Z" };
  expect(wallClock("2026-11-22T16:00:00Z", berlin)).toBe("17:00");
  expect(whenWords("2026-11-22T16:00:00Z", shop)).toBe("at 17:00");
  expect(whenWords("2026-11-23T07:00:00Z", shop)).toBe("tomorrow at 08:00");
  expect(whenWords("2026-11-24T07:00:00Z", shop)).toBe("on Tue 24 Nov at 08:00");
});
