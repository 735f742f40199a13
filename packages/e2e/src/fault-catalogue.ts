/** A test, or a fault of the soak, by its file below packages/ and a part of its name that stands there word for word. */
export interface Proof {
  file: string;
  name: string;
  /** Only in `npm run test:full`. */
  full?: true;
}

const races = "e2e/src/order-races.spec.ts";
const faults = "e2e/src/order-faults.spec.ts";
const storms = "e2e/src/order-storms.spec.ts";

/** Under `orders go all their way, once, under …`; the names stand in that file's own table. */
const under = (name: string): Proof => ({ file: faults, name, full: true });

/** Everything that may go wrong with an order, and the tests in which it does. */
export const faultCatalogue: Readonly<Record<string, readonly Proof[]>> = {
  "answer lost after commit": [
    {
      file: "e2e/src/customer-submit.spec.ts",
      name: "C4 lost answers, a double tap, a dead live feed and a reload",
    },
    under("answers lost after the commit"),
    under("the table's answers lost after the write"),
  ],
  "request repeated ten times, also much later": [
    { file: races, name: "a request repeated ten times at once, and long after the order has ended" },
    { file: "api/src/orders/repeats-and-races.test.ts", name: "is known among the last 20" },
  ],
  "two tabs, two phones": [
    { file: "e2e/src/customer-submit.spec.ts", name: "of two tabs' choices one is sent, once" },
    { file: races, name: "of two phones that choose for one order at once" },
  ],
  "last place with 500 takers": [
    { file: "e2e/src/crowds.spec.ts", name: "of 500 who redeem a code with 10 places at once" },
    { file: "e2e/src/crowds.spec.ts", name: "of 100 who want the last 3 places of the queue" },
    { file: storms, name: "orders that want the last place at once one is let in", full: true },
  ],
  "cancel, claim and complete in the same millisecond": [
    { file: races, name: "cancel, claim and complete in the same millisecond" },
  ],
  "time-out and complete in the same millisecond": [
    { file: races, name: "a time-out and complete in the same millisecond" },
  ],
  "token returned before it is stored": [
    { file: faults, name: "a token that is returned before it is stored", full: true },
    {
      file: "api/src/orders/enter-wait.test.ts",
      name: "of a row that lags behind is kept until the order gets there",
    },
  ],
  "token returned twice, late, of another order": [
    { file: races, name: "a token returned twice, late and of another order" },
    {
      file: "e2e/src/workshop-exercise.spec.ts",
      name: "a token that is returned by hand moves the workflow on",
    },
  ],
  "event doubled": [under("events doubled")],
  "event reordered": [under("events reordered")],
  "event ten minutes late": [under("events ten minutes late")],
  "event malformed": [
    {
      file: "e2e/src/bad-input.spec.ts",
      name: "an event with a missing field ends in the dead-letter queue",
    },
    { file: "e2e/src/bad-input.spec.ts", name: "a new order without its id takes no place" },
  ],
  "publisher down five minutes": [
    { file: faults, name: "with the publisher down for five minutes", full: true },
    { file: "client/src/merge-order.test.ts", name: "does not bring an order back that has left" },
  ],
  "table throttled": [under("the table throttled")],
  "conditional failures in a storm": [under("conditional failures in a storm")],
  "function killed between the write and the event": [
    under("functions killed between the write and the event"),
    { file: "api/src/sweeper/sweep.test.ts", name: "finishes what a crashed command left" },
  ],
  "StartExecution throttled": [under("StartExecution throttled")],
  "execution stopped by hand": [{ file: races, name: "an order whose execution was stopped by hand" }],
  "the back end killed at random instants under load": [
    { file: "e2e/src/kill-and-restart.spec.ts", name: "killed at any instant of any command", full: true },
    { file: "e2e/src/histories/troubles.ts", name: "back end killed" },
  ],
  "deployed over with 20 orders in flight": [
    { file: storms, name: "orders that are in flight while it is deployed over", full: true },
  ],
  "socket half-open": [
    { file: "e2e/src/barista-live.spec.ts", name: "B6 a dead connection that still looks open" },
    { file: "e2e/src/customer-follow.spec.ts", name: "C6 a live feed that is connected and silent" },
  ],
  "a person's token expires mid-order": [
    { file: "e2e/src/ended-sign-in.spec.ts", name: "a sign-in that ended in the middle of an order" },
  ],
  "menu published under an open basket": [
    { file: races, name: "a menu published under an open basket" },
    {
      file: "e2e/src/barista-menu.spec.ts",
      name: "B8 what a barista switches off is greyed on an open phone",
    },
  ],
  "shop closed under 50 submits": [
    { file: races, name: "submits serves everybody whom it had let in" },
    { file: "e2e/src/limits.spec.ts", name: "closed while orders wait" },
  ],
  "1,000 phones reconnecting at once": [
    { file: storms, name: "phones that lose the back end at once", full: true },
  ],
  "sweeper finding 100 half-done rows": [
    { file: storms, name: "rows that are left half-done are finished by the sweeper", full: true },
  ],
};
