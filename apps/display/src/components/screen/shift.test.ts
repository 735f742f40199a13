import { describe, expect, it } from "vitest";
import { shiftAt } from "./shift";

const minutes = Array.from({ length: 60 }, (_, minute) => minute * 60_000);

describe("the picture's shift against burn-in", () => {
  it("moves every minute, by whole pixels", () => {
    const shifts = minutes.map((now) => shiftAt(now, 16));
    for (const [index, { x, y }] of shifts.entries()) {
      expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true);
      const next = shifts[index + 1];
      if (next) expect(next).not.toEqual({ x, y });
    }
  });

  it("stays within half a unit, at 4K too", () => {
    for (const unit of [16, 32]) {
      const found = minutes.map((now) => shiftAt(now, unit));
      expect(Math.max(...found.map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y))))).toBe(unit / 2);
    }
  });
});
