import { codeAlphabet, codeLength } from "@serverlesspresso/contracts/qr-code";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawCode, standingOf, windowAfter, windowAt } from "./code-window";

const instants = fc.integer({ min: Date.parse("2020-01-01"), max: Date.parse("2050-01-01") });
const lengths = fc.integer({ min: 30, max: 86_400 });

describe("the windows of codes", () => {
  it("hold every instant in exactly one, as long as the shop says", () => {
    fc.assert(
      fc.property(instants, lengths, (at, seconds) => {
        const { from, until } = windowAt(at, seconds);
        expect(from <= at && at < until).toBe(true);
        expect(until - from).toBe(seconds * 1000);
        expect(windowAt(from, seconds)).toEqual({ from, until });
        expect(windowAt(until - 1, seconds)).toEqual({ from, until });
      }),
    );
  });

  it("follow each other without a gap or an overlap", () => {
    fc.assert(
      fc.property(instants, lengths, (at, seconds) => {
        const window = windowAt(at, seconds);
        const next = windowAfter(window, seconds);
        expect(next.from).toBe(window.until);
        expect(next).toEqual(windowAt(window.until, seconds));
      }),
    );
  });

  it("accept at every instant the present code and the one before, and no other", () => {
    fc.assert(
      fc.property(instants, lengths, fc.integer({ min: -4, max: 4 }), (at, seconds, away) => {
        const window = windowAt(at + away * seconds * 1000, seconds);
        const expected = away > 0 ? "early" : away >= -1 ? "accepted" : "expired";
        expect(standingOf(window, at)).toBe(expected);
      }),
    );
  });
});

describe("a code", () => {
  it("is made of its alphabet, and no two are the same", () => {
    const drawn = Array.from({ length: 1_000 }, drawCode);
    for (const code of drawn) expect(code).toMatch(new RegExp(`^[${codeAlphabet}]{${codeLength}}$`));
    expect(new Set(drawn).size).toBe(drawn.length);
  });
});
