import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { practisedLine } from "./line-for-tests";
import { emptyLine, type LineRow } from "./line-row";
import { learnMiss, quantile, waitRange } from "./wait-range";

const finite = fc.double({ min: -100, max: 100, noNaN: true });

describe("a quantile", () => {
  it("is within the values, and higher for a higher share", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 60 }), share, share, (values, a, b) => {
        const [low, high] = [quantile(values, Math.min(a, b)), quantile(values, Math.max(a, b))];
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
        expect(low).toBeLessThanOrEqual(high + 1e-9);
      }),
    );
  });
});

describe("a range", () => {
  it("is not told before three drinks are measured", () => {
    const ranges = [0, 1, 2, 3].map((drinks) =>
      waitRange(practisedLine(drinks, 60), { point: 60, spread: 20 }),
    );
    expect(ranges.map((range) => range === null)).toEqual([true, true, true, false]);
  });

  it("has whole seconds, begins at nought or later, and ends after it begins", () => {
    const positive = fc.double({ min: 0.1, max: 3600, noNaN: true });
    fc.assert(
      fc.property(positive, positive, fc.array(finite, { maxLength: 50 }), (point, spread, misses) => {
        const range = waitRange({ ...practisedLine(3, 60), misses }, { point, spread });
        expect(range?.fromSeconds).toBeGreaterThanOrEqual(0);
        expect(range?.toSeconds).toBeGreaterThan(range?.fromSeconds ?? 0);
        expect([range?.fromSeconds, range?.toSeconds].every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

describe("what is learned from how far off the foresights were", () => {
  /** The share that was ready by the told end, if each order takes what `took` says. */
  function coverage(took: (index: number) => number, orders = 400): number {
    let row: LineRow = { ...emptyLine, work: { ...emptyLine.work, count: 3 } };
    let covered = 0;
    for (let index = 0; index < orders; index += 1) {
      const foresight = { point: 100, spread: 30 };
      const until = waitRange(row, foresight)?.toSeconds ?? 0;
      const seconds = took(index);
      if (seconds <= until) covered += 1;
      row = { ...row, ...learnMiss(row, { ...foresight, until }, seconds) };
    }
    return covered / orders;
  }

  it("holds the promise in shops that are slower, quicker or less even than was thought", () => {
    const pattern = (index: number) => ((index * 137) % 101) / 101;
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 20, max: 200 }), (least, spread) => {
        const share = coverage((index) => least + spread * pattern(index));
        expect(share).toBeGreaterThan(0.8);
        expect(share).toBeLessThan(0.96);
      }),
      { numRuns: 30 },
    );
  });

  it("holds it over the day where a shop changes its pace in the middle of it", () => {
    expect(coverage((index) => (index < 200 ? 80 : 160) + ((index * 137) % 41))).toBeGreaterThan(0.8);
  });
});
