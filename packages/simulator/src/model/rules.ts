/** The rules of the design (chapter 2) that a model can do without, each with what it says. */
export const rules = {
  conditionalWrite: "a command is one conditional write: the row has still the version that was read",
  expectedState: "a command is done only from a state that the table of moves allows",
  claimerOnly: "only its claimer unmakes or completes what is being made",
  ownerOnly: "a customer touches only their own orders",
  versionRises: "the version rises with each change that people can see",
  pendingWithTheWrite: "the write that changes the row also notes what must follow",
  entryRemovedLast: "an entry leaves `pending` after its follow-ups, not before",
  sweeperFinishes: "the sweeper finishes what a crash left undone",
  admitsOnlyRequested: "the workflow admits only an order that is REQUESTED",
  refusesOnlyRequested: "a refusal cancels only an order that is REQUESTED",
  idempotencyKeys: "a known key does nothing, whatever happened since",
  numberByOneAdd: "the number is drawn by one atomic ADD",
  numberWithSubmit: "the number is written with SUBMITTED",
  handPutGetsRow: "an order whose event was put by hand gets its row at admission",
  laterWaitOnly: "a token replaces only a smaller wait",
  waitRises: "the workflow raises its number with each wait",
  sameExecutionOnly: "a token replaces only one of the same execution",
  foreignWaitFails: "the wait of another execution is failed with AlreadyOrdered",
  neverAdmittedWaitFails: "the first wait of an order that ended before it was admitted is cancelled",
  settlesAfterStoring: "after storing a token the row is read again, and a wait that it has left is ended",
  settlesRecalled: "a wait for collection of an order that is being made again ends as Recalled",
  settlesCancelled: "a wait of an order that has ended ends as Cancelled, not as a success",
  laggingRowKeepsToken: "a row that lags behind the workflow keeps the token",
  tokenInTheCondition: "a command's write compares the token that it names",
  recallIsCaught: "a recall has its own Catch, which leads back to the barista",
  timeOutOnlyWhenDue: "a time-out ends only an order that is past its due",
  timeOutOnlyInThatWait: "a time-out ends only an order that is still in that wait",
  timeOutSaysWhereToGo: "a time-out that came too early says where the workflow goes on",
  everyOpenRowHasDue: "every open row carries `due`",
  sweeperTimesOut: "the sweeper takes the decision on a time-out where no execution does",
  tokenConcludesNothing: "TaskTimedOut concludes nothing",
  leaseOwnEntryPasses: "an execution that holds the place already passes: its own retry",
  leaseMustBeFree: "an execution takes a place only where the order has none",
  leaseNeedsOpenShop: "a place is taken only in an open shop",
  leaseNeedsRoom: "a place is taken only while there is one",
  leaseBackIfMine: "a place is given back only by the execution that holds it",
  leaseGivenBack: "a place is given back when the order ends, whichever way",
  sweeperFreesLeases: "the sweeper removes places whose order is ready, ended or missing",
  secondExecutionTouchesNothing: "an execution that finds the order taken ends without a refusal",
  codeNeedsRoom: "an order is made with a code only while it has a place",
  codePlaceReturned: "an order that ends without a drink gives its place on the code back",
  entranceIsOneTransaction: "order, place on the code and customer's row are written together",
  customerCompared: "the entrance compares the customer's row: one order in progress each",
  repeatedScanKnown: "a repeated scan answers the order that it made",
  viewComparesVersion: "a view takes only what is newer than what it shows",
} as const;
export type Rule = keyof typeof rules;

/** The rules in force. */
export type Rules = Readonly<Record<Rule, boolean>>;

export const allRules = Object.fromEntries(Object.keys(rules).map((rule) => [rule, true])) as Record<
  Rule,
  boolean
>; // fromEntries forgets the names

export function without(rule: Rule): Rules {
  return { ...allRules, [rule]: false };
}
