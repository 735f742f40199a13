import type { Ticket } from "@serverlesspresso/contracts/order";
import { describe, expect, it } from "vitest";
import {
  hasGap,
  isInDoubt,
  type LiveOrders,
  newerOrder,
  shownOrders,
  takeOrder,
  takeSnapshot,
} from "./merge-order";
import { ticket } from "./test-orders";

const empty: LiveOrders<Ticket> = { orders: [], missing: {} };
const states = (list: LiveOrders<Ticket>) => shownOrders(list).map(({ id, state }) => `${id} ${state}`);
const withSnapshot = (list: LiveOrders<Ticket>, snapshot: Ticket[]) => takeSnapshot(list, list, snapshot);

describe("one order", () => {
  it("never goes back to an older version", () => {
    const making = ticket({ version: 4, state: "MAKING" });
    expect(newerOrder(making, ticket({ version: 3 }))).toBe(making);
    expect(newerOrder(ticket({ version: 3 }), making)).toBe(making);
    expect(newerOrder(undefined, making)).toBe(making);
  });

  it("has a gap when versions were left out", () => {
    expect(hasGap(ticket({ version: 3 }), ticket({ version: 5 }))).toBe(true);
    expect(hasGap(ticket({ version: 3 }), ticket({ version: 4 }))).toBe(false);
    expect(hasGap(undefined, ticket({ version: 7 }))).toBe(false);
  });
});

describe("a list", () => {
  it("takes pushed orders in any order and shows the newest of each", () => {
    const making = ticket({ version: 4, state: "MAKING" });
    const list = takeOrder(takeOrder(takeOrder(empty, making), ticket({ version: 3 })), ticket({ id: "b" }));
    expect(states(list)).toEqual(["a MAKING", "b SUBMITTED"]);
  });

  it("keeps a push that is newer than the snapshot", () => {
    const list = takeOrder(empty, ticket({ version: 4, state: "MAKING" }));
    expect(states(withSnapshot(list, [ticket({ version: 3 })]))).toEqual(["a MAKING"]);
  });

  it("shows an order that a snapshot holds twice in its newer version", () => {
    const making = ticket({ version: 4, state: "MAKING" });
    const completed = ticket({ version: 5, state: "COMPLETED" });
    expect(states(withSnapshot(empty, [making, completed]))).toEqual(["a COMPLETED"]);
    expect(states(withSnapshot(empty, [completed, making]))).toEqual(["a COMPLETED"]);
  });

  it("lets an order go by its own final message, and an older snapshot does not bring it back", () => {
    const list = takeOrder(takeOrder(empty, ticket({})), ticket({ version: 4, state: "CANCELLED" }));
    expect(states(list)).toEqual([]);
    expect(states(withSnapshot(list, [ticket({})]))).toEqual([]);
  });

  it("lets an order go only when two snapshots miss it", () => {
    const once = withSnapshot(takeOrder(empty, ticket({})), []);
    expect(states(once)).toEqual(["a SUBMITTED"]);
    expect(isInDoubt(once)).toBe(true);
    expect(states(withSnapshot(once, []))).toEqual([]);
  });

  it("counts the misses anew when an order is seen in between", () => {
    const seenAgain = withSnapshot(withSnapshot(takeOrder(empty, ticket({})), []), [ticket({})]);
    expect(isInDoubt(seenAgain)).toBe(false);
    expect(states(withSnapshot(seenAgain, []))).toEqual(["a SUBMITTED"]);
  });

  it("does not count a snapshot that was asked for before the order arrived", () => {
    const arrived = takeOrder(empty, ticket({}));
    const once = takeSnapshot(arrived, empty, []);
    expect(isInDoubt(once)).toBe(false);
    expect(states(takeSnapshot(once, empty, []))).toEqual(["a SUBMITTED"]);
  });

  it("forgets final orders after two snapshots", () => {
    const ended = takeOrder(empty, ticket({ version: 9, state: "COLLECTED" }));
    expect(withSnapshot(withSnapshot(ended, []), []).orders).toEqual([]);
    expect(isInDoubt(withSnapshot(ended, []))).toBe(false);
  });

  it("does not bring an order back that has left, however late a message about it comes", () => {
    const ended = takeOrder(empty, ticket({ version: 4, state: "CANCELLED" }));
    const left = withSnapshot(withSnapshot(ended, []), []);
    expect(states(takeOrder(left, ticket({ version: 3 })))).toEqual([]);
    expect(states(withSnapshot(left, [ticket({ version: 3 })]))).toEqual([]);
    expect(states(takeOrder(left, ticket({ version: 5, state: "MAKING" })))).toEqual(["a MAKING"]);
  });

  it("takes an order back that only snapshots had missed", () => {
    const left = withSnapshot(withSnapshot(takeOrder(empty, ticket({})), []), []);
    expect(states(takeOrder(left, ticket({})))).toEqual([]);
    expect(states(withSnapshot(left, [ticket({})]))).toEqual(["a SUBMITTED"]);
  });
});
