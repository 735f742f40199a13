import { describe, expect, it } from "vitest";
import { hoursOfDay } from "./hours-of-day";

const iso = (at: number | undefined) => new Date(at ?? 0).toISOString();

describe("the hours of a shop's day", () => {
  it("begin at midnight where the shop is", () => {
    const hours = hoursOfDay("2026-11-22", "Europe/Berlin");
    expect(hours).toHaveLength(24);
    expect(iso(hours[0])).toBe("2026-11-21T23:00:00.000Z");
    expect(iso(hoursOfDay("2026-11-22", "Pacific/Kiritimati")[0])).toBe("2026-11-21T10:00:00.000Z");
    expect(iso(hoursOfDay("2026-11-22", "Pacific/Pago_Pago")[0])).toBe("2026-11-22T11:00:00.000Z");
  });

  it("are 23 or 25 where the clocks are changed", () => {
    expect(hoursOfDay("2026-03-29", "Europe/Berlin")).toHaveLength(23);
    expect(hoursOfDay("2026-10-25", "Europe/Berlin")).toHaveLength(25);
  });
});
