import { expect, test } from "vitest";
import { Random } from "./random";

const draws = (random: Random, count = 20_000) => Array.from({ length: count }, () => random);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test("a seed gives the same numbers again, and its forks others", () => {
  const first = (random: Random) => [random.between(0, 1), random.exponential(1), random.lognormal(1, 0.3)];
  expect(first(new Random(7))).toEqual(first(new Random(7)));
  expect(first(new Random(7).fork(1))).toEqual(first(new Random(7).fork(1)));
  const seeds = [
    new Random(7),
    new Random(8),
    new Random(7).fork(0),
    new Random(7).fork(1),
    new Random(8).fork(0),
  ];
  expect(new Set(seeds.map((random) => random.between(0, 1))).size).toBe(seeds.length);
});

test("what is drawn has the mean that was asked for, and is never negative", () => {
  const random = new Random(1);
  expect(mean(draws(random).map((each) => each.between(2, 4)))).toBeCloseTo(3, 1);
  const exponential = draws(random).map((each) => each.exponential(5));
  const lognormal = draws(random).map((each) => each.lognormal(5, 0.4));
  expect(mean(exponential)).toBeCloseTo(5, 0);
  expect(mean(lognormal)).toBeCloseTo(5, 1);
  expect(Math.min(...exponential, ...lognormal)).toBeGreaterThan(0);
});

test("each is picked as often as its weight says", () => {
  const random = new Random(3);
  const picked = draws(random).map((each) =>
    each.pick([
      ["a", 3],
      ["b", 1],
      ["c", 0],
    ]),
  );
  const share = (value: string) => picked.filter((each) => each === value).length / picked.length;
  expect([share("a"), share("b"), share("c")].map((each) => each.toFixed(1))).toEqual(["0.8", "0.2", "0.0"]);
  expect(() => random.pick([])).toThrow(RangeError);
});
