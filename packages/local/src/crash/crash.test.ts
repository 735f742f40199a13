import { expect, test } from "vitest";
import { crashRounds } from "./crash-rounds";

const full = process.env.TEST_FULL === "1";

test("what was acknowledged before a kill at a random instant is there after it, and nothing of it twice", {
  timeout: full ? 900_000 : 180_000,
}, async () => {
  const seed = Date.now() % 1_000_000;
  const rounds = full ? 40 : 3;
  const { kills, workflows, calls, faults } = await crashRounds({
    rounds,
    workflows: full ? 500 : 60,
    seed,
    portBase: 21380,
    compareEvery: 20,
    print: () => undefined,
  });
  expect({ seed, faults }).toEqual({ seed, faults: [] });
  expect(kills).toBe(rounds);
  expect(workflows).toBeGreaterThan(20);
  expect(calls).toBeGreaterThan(0);
});
