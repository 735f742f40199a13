import { describe, expect, it } from "vitest";
import { ageOf, clockOf, secondsSince } from "./age";

const limits = { ageingAfterSeconds: 120, lateAfterSeconds: 240 };

describe("the age of a ticket", () => {
  it("turns at the second that the shop has set, not before", () => {
    expect(ageOf(119, limits)).toEqual({ level: "fresh", clock: "1:59", words: "1:59 waiting" });
    expect(ageOf(120, limits).words).toBe("2:00 ageing");
    expect(ageOf(239, limits).level).toBe("ageing");
    expect(ageOf(240, limits).words).toBe("4:00 late");
  });

  it("is late, not ageing, where both limits are the same", () => {
    expect(ageOf(60, { ageingAfterSeconds: 60, lateAfterSeconds: 60 }).level).toBe("late");
  });

  it("counts hours from an hour on", () => {
    expect(clockOf(3599)).toBe("59:59");
    expect(clockOf(3600 + 5 * 60)).toBe("1 h 05");
  });

  it("is never below zero, whatever the clocks say", () => {
    expect(secondsSince("2026-11-22T08:00:10.000Z", Date.parse("2026-11-22T08:00:00.000Z"))).toBe(0);
    expect(secondsSince(null, 0)).toBe(0);
  });
});
