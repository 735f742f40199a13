import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foresee, secondsLeft } from "./foresee";
import { opensAt, practisedLine, Teller, taken } from "./line-for-tests";
import type { LineRow } from "./line-row";

const row = practisedLine(20, 60);
const pointsAt = (line: LineRow, second = 0) => {
  const { orders, next } = foresee(line, opensAt + second * 1000);
  return [...[...orders].sort(([a], [b]) => a.number - b.number).map(([, { point }]) => point), next.point];
};

/** So many orders that were submitted one second after the other, until now. */
function queueOf(length: number, line = row): LineRow {
  const teller = new Teller();
  const submitted = Array.from({ length }, (_, index) =>
    teller.change({ second: index - length, number: index + 1, state: "SUBMITTED" }),
  );
  return taken(submitted, line);
}

/** The same shop with a second barista who has just made a drink. */
function withBen(): LineRow {
  const teller = new Teller();
  const second = -100;
  return taken(
    [
      teller.change({ second, number: 500, state: "SUBMITTED" }),
      teller.change({ second, number: 500, state: "MAKING", by: "ben" }),
      teller.change({ second: second + 60, number: 500, state: "COMPLETED", by: "ben" }),
    ],
    row,
  );
}

describe("what is foreseen", () => {
  it("is one drink after the other for one barista, and half as long for two", () => {
    const alone = pointsAt(queueOf(6));
    const together = pointsAt(queueOf(6, withBen()));
    expect(alone[0]).toBeGreaterThan(50);
    expect(alone[6]).toBeGreaterThan(6 * 60);
    expect((together[6] ?? 0) / (alone[6] ?? 1)).toBeCloseTo(0.57, 1);
  });

  it("is later for whoever comes later", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (length) => {
        const points = pointsAt(queueOf(length));
        expect(points).toEqual([...points].sort((a, b) => a - b));
        expect(points.every((point) => point > 0)).toBe(true);
      }),
    );
  });

  it("comes nearer while a drink is made, and is never now", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 60 }), (elapsed, more) => {
        const [before, after] = [secondsLeft(60, elapsed), secondsLeft(60, elapsed + more)];
        expect(after).toBeGreaterThan(0);
        expect(after).toBeGreaterThan(before - more);
        if (elapsed + more <= 60) expect(after).toBeLessThan(before);
      }),
    );
  });

  it("does not count on somebody who lets orders go by", () => {
    const teller = new Teller();
    const byAna = [1, 2, 3].flatMap((number) => [
      teller.change({ second: number * 70, number, state: "SUBMITTED" }),
      teller.change({ second: number * 70 + 2, number, state: "MAKING" }),
      teller.change({ second: number * 70 + 62, number, state: "COMPLETED" }),
    ]);
    const line = taken(byAna, withBen());
    const later = Array.from({ length: 4 }, (_, index) =>
      teller.change({ second: 280, number: 10 + index, state: "SUBMITTED" }),
    );
    expect(pointsAt(taken(later, line), 280).at(-1)).toBeGreaterThan(4 * 60);
  });

  it("grows while a queue stands that nobody takes from", () => {
    const line = queueOf(1);
    const waits = [20, 60, 120, 240].map((second) => pointsAt(line, second)[0] ?? 0);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
  });

  it("is something even of a shop in which nobody has worked yet", () => {
    expect(pointsAt(queueOf(2)).every(Number.isFinite)).toBe(true);
  });
});
