import { type Bounds, emptyShop, type ModelState, type Setting } from "./model-state";
import type { Rule } from "./rules";
import { asked, putByHand, reach, startedTwice, twoCreated } from "./starts";

/** Where to look for what a rule prevents: from where, and what may happen. */
export interface Hunt {
  from: ModelState;
  bounds: Partial<Bounds>;
  setting?: Partial<Setting>;
}

const created = reach("CREATED");
export const hunts: Record<Rule, Hunt> = {
  conditionalWrite: { from: reach("SUBMITTED"), bounds: { commands: 2 } },
  expectedState: { from: created, bounds: { commands: 1 } },
  claimerOnly: { from: reach("MAKING"), bounds: { commands: 1 } },
  ownerOnly: { from: created, bounds: { commands: 1 } },
  versionRises: { from: created, bounds: { commands: 1 }, setting: { phones: true } },
  pendingWithTheWrite: { from: created, bounds: { commands: 1, crashes: 1 }, setting: { phones: true } },
  entryRemovedLast: { from: created, bounds: { commands: 1, crashes: 1 } },
  sweeperFinishes: { from: created, bounds: { commands: 1, crashes: 1 } },
  admitsOnlyRequested: { from: asked, bounds: { commands: 1, duplicates: 1 } },
  refusesOnlyRequested: { from: startedTwice(asked), bounds: { closings: 2 } },
  idempotencyKeys: { from: created, bounds: { commands: 1, repeats: 1 } },
  numberByOneAdd: { from: twoCreated, bounds: { commands: 2 }, setting: { places: 2, codePlaces: 2 } },
  numberWithSubmit: { from: created, bounds: { commands: 1 } },
  handPutGetsRow: { from: putByHand, bounds: {} },
  laterWaitOnly: { from: asked, bounds: { commands: 1, duplicates: 1 } },
  waitRises: { from: created, bounds: { commands: 1 } },
  sameExecutionOnly: { from: startedTwice(reach("MAKING")), bounds: { commands: 1 } },
  foreignWaitFails: { from: startedTwice(reach("MAKING")), bounds: { commands: 1 } },
  neverAdmittedWaitFails: { from: asked, bounds: { commands: 1 } },
  settlesAfterStoring: { from: created, bounds: { commands: 2 } },
  settlesRecalled: { from: reach("MAKING"), bounds: { commands: 2 } },
  settlesCancelled: { from: created, bounds: { commands: 2 } },
  laggingRowKeepsToken: { from: created, bounds: { handTokens: 1 }, setting: { handTokens: true } },
  tokenInTheCondition: { from: created, bounds: { commands: 1, earlyTimeOuts: 1 } },
  recallIsCaught: { from: reach("COMPLETED"), bounds: { commands: 1 } },
  timeOutOnlyWhenDue: { from: created, bounds: { earlyTimeOuts: 1 } },
  timeOutOnlyInThatWait: { from: reach("MAKING"), bounds: { commands: 1, ticks: 1 } },
  timeOutSaysWhereToGo: { from: created, bounds: { earlyTimeOuts: 1 } },
  everyOpenRowHasDue: { from: created, bounds: { commands: 1 } },
  sweeperTimesOut: { from: created, bounds: { stops: 1, ticks: 1 } },
  tokenConcludesNothing: { from: created, bounds: { commands: 1, sweepRaces: 1 } },
  leaseOwnEntryPasses: { from: asked, bounds: { retries: 1 } },
  leaseMustBeFree: { from: startedTwice(created), bounds: {}, setting: { places: 2 } },
  leaseNeedsOpenShop: { from: asked, bounds: { closings: 1 } },
  leaseNeedsRoom: {
    from: { ...asked, bus: [...asked.bus, { type: "newOrder", order: "dora-1" }] },
    bounds: {},
  },
  leaseBackIfMine: { from: startedTwice(reach("MAKING")), bounds: { commands: 1, sweepRaces: 1 } },
  leaseGivenBack: { from: created, bounds: { commands: 1 } },
  sweeperFreesLeases: { from: created, bounds: { commands: 1, stops: 1 } },
  secondExecutionTouchesNothing: { from: startedTwice(created), bounds: {} },
  codeNeedsRoom: { from: emptyShop, bounds: { scans: 2 } },
  codePlaceReturned: { from: created, bounds: { commands: 1 } },
  entranceIsOneTransaction: { from: emptyShop, bounds: { scans: 1, crashes: 1 } },
  customerCompared: { from: emptyShop, bounds: { scans: 2 }, setting: { codePlaces: 2 } },
  repeatedScanKnown: { from: created, bounds: { scans: 2, commands: 1 }, setting: { codePlaces: 2 } },
  viewComparesVersion: { from: created, bounds: { commands: 2 }, setting: { phones: true } },
};
