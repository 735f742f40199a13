import { codeAlphabet, codeLength, type QrCodes, RedeemCode } from "@serverlesspresso/contracts/qr-code";
import { array, assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { goneOf, inGroups, shownCode } from "./shown-code";

const start = Date.parse("2026-11-22T10:00:00.000Z");
const windowMs = 300_000;
const iso = (at: number) => new Date(at).toISOString();

/** Two windows that follow each other with `gapMs` between them; less than none if they overlap. */
function codesWith(gapMs: number): QrCodes {
  const nextFrom = start + windowMs + gapMs;
  return {
    current: { code: "34679CDFGH", validFrom: iso(start), validUntil: iso(start + windowMs), placesLeft: 10 },
    next: {
      code: "JKMNPQRTWX",
      validFrom: iso(nextFrom),
      validUntil: iso(nextFrom + windowMs),
      placesLeft: 10,
    },
    serverTime: iso(start),
  };
}

describe("the code that is shown", () => {
  const codes = codesWith(0);
  const shownAt = (now: number) => shownCode(codes, now)?.code ?? null;

  it("is the current one up to its last instant, and the next one from then on", () => {
    expect(shownAt(start - 1)).toBeNull();
    expect(shownAt(start)).toBe("34679CDFGH");
    expect(shownAt(start + windowMs - 1)).toBe("34679CDFGH");
    expect(shownAt(start + windowMs)).toBe("JKMNPQRTWX");
    expect(shownAt(start + 2 * windowMs - 1)).toBe("JKMNPQRTWX");
    expect(shownAt(start + 2 * windowMs)).toBeNull();
  });

  it("leaves no instant without one while windows follow each other", () => {
    assert(
      property(
        integer({ min: start, max: start + 2 * windowMs - 1 }),
        (now) => shownCode(codes, now) !== null,
      ),
    );
  });

  it("is never one whose window has not begun or is over, however windows lie to each other", () => {
    const gaps = integer({ min: -windowMs, max: windowMs });
    const instants = integer({ min: start - windowMs, max: start + 4 * windowMs });
    assert(
      property(gaps, instants, (gapMs, now) => {
        const shown = shownCode(codesWith(gapMs), now);
        return shown === null || (Date.parse(shown.validFrom) <= now && now < Date.parse(shown.validUntil));
      }),
    );
  });

  it("says when another is shown, and not before", () => {
    // The window after one ends after it, however much of it they share.
    const gaps = integer({ min: 1 - windowMs, max: windowMs });
    assert(
      property(gaps, integer({ min: start, max: start + windowMs - 1 }), (gapMs, now) => {
        const told = shownCode(codesWith(gapMs), now);
        const later = told && shownCode(codesWith(gapMs), told.nextAt);
        const before = told && shownCode(codesWith(gapMs), told.nextAt - 1);
        return later?.code === "JKMNPQRTWX" && before?.code !== "JKMNPQRTWX";
      }),
    );
    expect(shownCode(codes, start + windowMs)?.nextAt).toBe(start + 2 * windowMs);
  });

  it("runs out evenly, never less than whole nor more than gone", () => {
    expect(goneOf(codes.current, start)).toBe(0);
    expect(goneOf(codes.current, start + windowMs / 4)).toBe(0.25);
    expect(goneOf(codes.current, start - 1)).toBe(0);
    expect(goneOf(codes.current, start + 2 * windowMs)).toBe(1);
  });
});

describe("a code in groups", () => {
  it("is two of five, and is understood as it is shown", () => {
    expect(inGroups("34679CDFGH")).toBe("34679 CDFGH");
    const characters = array(constantFrom(...codeAlphabet), { minLength: codeLength, maxLength: codeLength });
    assert(
      property(characters, (drawn) => {
        const code = drawn.join("");
        return RedeemCode.parse({ code: inGroups(code).toLowerCase() }).code === code;
      }),
    );
  });
});
