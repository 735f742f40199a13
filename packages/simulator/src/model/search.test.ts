import { describe, expect, test } from "vitest";
import { type Bounds, emptyShop, type ModelState, type Setting } from "./model-state";
import { allRules } from "./rules";
import { search } from "./search";
import { asked, bounded, putByHand, reach, setting, startedTwice, twoCreated } from "./starts";

type Search = [what: string, from: ModelState, bounds: Partial<Bounds>, setting?: Partial<Setting>];

/** Seen to their last state in the test command: small bounds, each for one kind of trouble. */
const searches: Search[] = [
  ["three commands before anything has arrived", asked, { commands: 3 }],
  ["an event that comes twice", asked, { commands: 2, duplicates: 1 }],
  ["an event that ends in the dead letters", asked, { commands: 2, losses: 1 }],
  ["a crash between any two writes", asked, { commands: 2, crashes: 1 }],
  ["an answer that the workflow does not hear", asked, { commands: 1, retries: 1 }],
  ["a time-out and a person", asked, { commands: 1, ticks: 1, earlyTimeOuts: 1 }],
  ["a time-out of a drink that two baristas have", reach("COMPLETED"), { commands: 2, ticks: 1 }],
  ["an execution that is stopped by hand", asked, { commands: 1, stops: 1, ticks: 1 }],
  ["a request that comes again", reach("CREATED"), { commands: 2, repeats: 1 }],
  ["a sweeper that comes too early", reach("SUBMITTED"), { commands: 1, sweepRaces: 1, ticks: 1 }],
  ["an event put by hand, twice", putByHand, { commands: 1, duplicates: 1, retries: 1 }],
  ["a token returned by hand", reach("CREATED"), { commands: 1, handTokens: 1 }, { handTokens: true }],
  ["a shop that closes", asked, { commands: 1, closings: 2, duplicates: 1 }],
  [
    "a second execution after the drink is ready",
    startedTwice(reach("MAKING")),
    { commands: 2, sweepRaces: 1 },
  ],
  ["two tabs and two phones at the last place", emptyShop, { scans: 3, crashes: 1 }],
  ["two orders of two customers", twoCreated, { commands: 2 }, { places: 2, codePlaces: 2 }],
  [
    "a phone that misses and mixes up",
    reach("SUBMITTED"),
    { commands: 2, duplicates: 1, misses: 1 },
    { phones: true },
  ],
];

/** Wider, in the full run. */
const wide: Search[] = [
  ["all faults of the bus at once", asked, { commands: 2, duplicates: 2, losses: 1, crashes: 1 }],
  ["crashes while clocks run out", asked, { commands: 2, crashes: 2, ticks: 1, sweepRaces: 1 }],
  ["a recall among time-outs", reach("COMPLETED"), { commands: 4, ticks: 1, earlyTimeOuts: 1 }],
  ["two orders for one place", twoCreated, { commands: 3, crashes: 1 }, { places: 2, codePlaces: 2 }],
  [
    "phones through crashes",
    reach("CREATED"),
    { commands: 2, crashes: 1, misses: 1, duplicates: 1 },
    { phones: true },
  ],
  ["hands in everything", asked, { commands: 1, stops: 1, handTokens: 1, retries: 1 }, { handTokens: true }],
];

function nothingFound([, from, bounds, more]: Search, states: number) {
  const found = search({ setting: { ...setting, ...more }, rules: allRules }, bounded(from, bounds), {
    states,
  });
  expect(found.violation).toBeNull();
  return found;
}

describe("with all its rules the shop keeps every promise", () => {
  test.each(searches)(
    "%s",
    (...all) => {
      expect(nothingFound(all, 60_000).isComplete).toBe(true);
    },
    60_000,
  );

  test.runIf(process.env.TEST_FULL).each(wide)(
    "%s, as far as half a million states go",
    (...all) => {
      nothingFound(all, 500_000);
    },
    600_000,
  );
});
