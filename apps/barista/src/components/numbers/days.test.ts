import { expect, it } from "vitest";
import { dayName, daysAfter, firstDayKept } from "./days";

it("counts calendar days, over the ends of months and years", () => {
  expect(daysAfter("2026-12-31", 1)).toBe("2027-01-01");
  expect(daysAfter("2028-03-01", -1)).toBe("2028-02-29");
  expect(firstDayKept("2026-11-22")).toBe("2026-08-25");
});

it("says a day as people do, wherever it is said", () => {
  expect(dayName("2026-11-22")).toBe("Sunday 22 November");
});
