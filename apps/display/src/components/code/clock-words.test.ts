import { describe, expect, it } from "vitest";
import { inMinutes, timeIn, whenIn } from "./clock-words";

const now = Date.parse("2026-11-22T08:00:00.000Z");
const at = (iso: string) => whenIn("Europe/Rome", Date.parse(iso), now);

describe("times on the wall", () => {
  it("are those of the shop, wherever the screen believes to be", () => {
    expect(timeIn("Europe/Rome", now)).toBe("09:00");
    expect(timeIn("Asia/Tokyo", now)).toBe("17:00");
  });

  it("name the day where the time of day could be another one's, by the days of the shop", () => {
    expect(at("2026-11-22T22:59:00.000Z")).toBe("at 23:59");
    expect(whenIn("Europe/Rome", Date.parse("2026-11-22T23:10:00.000Z"), now + 14 * 3_600_000)).toBe(
      "at 00:10",
    );
    expect(at("2026-11-22T23:00:00.000Z")).toBe("tomorrow at 00:00");
    expect(at("2026-11-24T07:30:00.000Z")).toBe("on Tuesday at 08:30");
    expect(at("2026-12-03T07:30:00.000Z")).toBe("on 3 December at 08:30");
  });

  it("are never sooner than they are said to be", () => {
    expect(inMinutes(1)).toBe("in a minute");
    expect(inMinutes(60_000)).toBe("in a minute");
    expect(inMinutes(60_001)).toBe("in 2 minutes");
    expect(inMinutes(120_000)).toBe("in 2 minutes");
  });
});
