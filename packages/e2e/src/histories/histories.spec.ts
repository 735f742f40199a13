import fc from "fast-check";
import { expect, test } from "../actors";
import { shops } from "../seeds";
import { Audience } from "./audience";
import { Company } from "./company";
import { invariants } from "./invariants";
import { plans } from "./plan";
import { playRound } from "./round";

const commands = process.env.TEST_FULL ? 2_000 : 200;
const customers = 6;
const shrinkMs = 120_000;
/** Nothing goes wrong here, nobody closes the shop, and the clock may not run out on anybody. */
const ofTrouble = new Set(["I11", "I12", "I14"]);
/** What failed is played again by the seed and the path that it printed. */
const { HISTORY_SEED, HISTORY_PATH } = process.env;

test(`${commands} commands of many clients at once are explained by one order's life each, and break no invariant`, async ({
  stack,
}) => {
  test.setTimeout(process.env.TEST_FULL ? 1_200_000 : 240_000);
  const company = new Company(stack, shops.histories);
  await company.gather(customers);
  const audience = new Audience(shops.histories);
  for (const who of company.people) await audience.follow(who);

  const unchecked = new Set(invariants.map(({ id }) => id).filter((id) => !ofTrouble.has(id)));
  let played = 0;
  let failedAt = Number.POSITIVE_INFINITY;
  const property = fc.asyncProperty(plans, async (group) => {
    // Shrunk as far as there is time for: what comes now is not played any more.
    if (performance.now() > failedAt + shrinkMs) return;
    const evidence = await playRound(company, audience, [group]);
    played += evidence.histories.reduce((sum, { calls }) => sum + calls.length, 0);
    const violations = invariants.flatMap(({ id, check }) => {
      const verdict = check(evidence);
      if (verdict.checked > 0) unchecked.delete(id);
      return verdict.violations.map((violation) => `${id}: ${violation}`);
    });
    if (violations.length > 0) failedAt = Math.min(failedAt, performance.now());
    expect(violations).toEqual([]);
  });
  for (let seed = Number(HISTORY_SEED ?? Date.now() % 1_000_000); played < commands; seed += 1) {
    const replayed = HISTORY_PATH === undefined ? {} : { path: HISTORY_PATH };
    await fc.assert(property, { seed, numRuns: 1, ...replayed });
  }
  audience.leave();
  expect([...unchecked]).toEqual([]);
});
