import { writeFileSync } from "node:fs";
import { Random } from "@serverlesspresso/simulator/random";
import fc from "fast-check";
import { Audience } from "../histories/audience";
import { causeTrouble } from "../histories/cause-trouble";
import { Company } from "../histories/company";
import type { Evidence } from "../histories/evidence";
import { type Plan, plans } from "../histories/plan";
import { playRound } from "../histories/round";
import { powerCut, type Trouble, troubles } from "../histories/troubles";
import { shops } from "../seeds";
import { Stack } from "../stack";
import { LifeRecord } from "./life-record";
import type { SoakOptions } from "./soak-options";

const customers = 16;
const groupsOfRound = 12;
const mostTroubles = 3;
/** Of so many rounds one is without trouble, so that every message must be heard, and one ends in a power cut. */
const cycle = 6;

/**
 * Plays histories while all kinds of things go wrong; after each round everything that must hold is checked. Stopped
 * by hand it ends with its round, and tells what it has seen.
 */
export async function soakLife({ minutes, commands, seed, json }: SoakOptions): Promise<string[]> {
  const stack = new Stack(0, ["--backend-only", "--faults", "{}"]);
  const record = new LifeRecord();
  const misfortune = new Misfortune();
  const until = performance.now() + minutes * 60_000;
  let isStopped = false;
  process.once("SIGINT", () => {
    isStopped = true;
  });
  const isOver = () =>
    isStopped || (commands === undefined ? performance.now() >= until : record.commands >= commands);
  console.log(`Seed ${seed}: --seed ${seed} plays the same again.`);
  try {
    await stack.start();
    const company = new Company(stack, shops.histories);
    await company.gather(customers);
    const audience = new Audience(shops.histories);
    for (const who of company.people) await audience.follow(who);
    for (let round = 0; !isOver(); round += 1) {
      const random = new Random(seed).fork(round);
      const chosen = misfortune.next(round, random);
      const evidence = await playRound(
        company,
        audience,
        groupsOf(seed, round),
        causeTrouble(chosen, random, record.struck),
      );
      // It has been looked through with the rest; a long soak would not hold all of it.
      stack.traffic.sent.length = 0;
      const violations = record.add(evidence, chosen);
      console.log(describeRound(round, evidence, chosen, violations));
    }
    audience.leave();
  } finally {
    console.log(record.table());
    await stack.stop();
  }
  if (json) writeFileSync(json, JSON.stringify({ seed, minutes, ...record.figures() }, null, 2));
  return record.violations;
}

function groupsOf(seed: number, round: number): Plan[][] {
  return fc.sample(plans, { seed: seed + round, numRuns: groupsOfRound });
}

/** Some at once, in any order; each comes before one comes again. */
class Misfortune {
  #left: Trouble[] = [];

  next(round: number, random: Random): Trouble[] {
    if (round % cycle === 0) return [];
    if (round % cycle === cycle - 1) return [powerCut];
    if (this.#left.length === 0) this.#left = [...troubles];
    const count = Math.ceil(random.between(0, Math.min(mostTroubles, this.#left.length)));
    return Array.from({ length: count }, () => this.#draw(random));
  }

  #draw(random: Random): Trouble {
    const chosen = random.pick(this.#left.map((trouble) => [trouble, 1] as const));
    this.#left.splice(this.#left.indexOf(chosen), 1);
    return chosen;
  }
}

function describeRound(
  round: number,
  evidence: Evidence,
  chosen: readonly Trouble[],
  violations: readonly string[],
): string {
  const calls = evidence.histories.reduce((sum, history) => sum + history.calls.length, 0);
  const names = chosen.map(({ name }) => name).join(", ") || "no trouble";
  const head = `round ${round}: ${calls} commands to ${evidence.rows.length} orders, ${names}; at rest after ${evidence.settledSeconds.toFixed(0)} s`;
  return [head, ...violations.slice(0, 20)].join("\n  ");
}
