import fc from "fast-check";
import { expect, it } from "vitest";
import { waitsOf } from "./waits-of";

it("tells nothing of no waits", () => {
  expect(waitsOf([])).toBeNull();
});

it("takes the waits of nearest rank, in whole seconds", () => {
  const tenths = Array.from({ length: 10 }, (_, index) => (index + 1) * 10 + 0.4);
  expect(waitsOf(tenths)).toEqual({ count: 10, p50Seconds: 50, p90Seconds: 90 });
  expect(waitsOf([7])).toEqual({ count: 1, p50Seconds: 7, p90Seconds: 7 });
});

it("has nine of ten waits at or below the p90, in whatever order they come", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(900), { minLength: 1 }), (seconds) => {
      const waits = waitsOf(seconds);
      const within = seconds.filter((each) => each <= (waits?.p90Seconds ?? -1));
      expect(within.length / seconds.length).toBeGreaterThanOrEqual(0.9);
      expect(waitsOf([...seconds].reverse())).toEqual(waits);
    }),
  );
});
