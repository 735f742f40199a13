import { expect, test } from "vitest";
import { shopDay } from "./shop";

test("the shop's day is that of its time zone, also where midnight differs", () => {
  const instant = new Date("2026-11-22T23:30:00Z");
  expect(shopDay(instant, "Europe/Rome")).toBe("2026-11-23");
  expect(shopDay(instant, "America/New_York")).toBe("2026-11-22");
});

test("a day is one day through the change to winter time", () => {
  expect(shopDay(new Date("2026-10-24T22:30:00Z"), "Europe/Rome")).toBe("2026-10-25");
  expect(shopDay(new Date("2026-10-25T22:59:59Z"), "Europe/Rome")).toBe("2026-10-25");
  expect(shopDay(new Date("2026-10-25T23:00:00Z"), "Europe/Rome")).toBe("2026-10-26");
});
