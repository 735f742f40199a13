import { describe, expect, it } from "vitest";
import type { DayEntry } from "../orders/day-store";
import { tallyDay } from "./tally-day";

const nine = Date.parse("2026-11-22T08:00:00Z");
const minute = 60_000;
let ids = 0;

/** An order that was ready after 60 seconds and collected, but for what a test says of it. */
function entry(given: Partial<DayEntry> = {}): DayEntry {
  const submittedAt = given.submittedAt === undefined ? nine : given.submittedAt;
  return {
    id: String(++ids),
    state: "COLLECTED",
    number: ids,
    drinkOrder: { drink: "latte", modifiers: [] },
    createdAt: nine,
    completedAt: submittedAt === null ? null : submittedAt + minute,
    closedAt: null,
    baristaName: "Ana",
    cause: null,
    reason: null,
    ...given,
    submittedAt,
  };
}

const tally = (entries: readonly DayEntry[]) => tallyDay(entries, "2026-11-22", "Europe/Berlin");
const none = { submittedAt: null, completedAt: null, drinkOrder: null, number: null } as const;

describe("a day's figures", () => {
  it("count what was submitted, and wait only for what is or was ready", () => {
    const day = tally([
      entry(),
      entry({ state: "COMPLETED", completedAt: nine + 2 * minute }),
      entry({ state: "SUBMITTED", completedAt: null }),
      // Made again: it is not ready, although it has been.
      entry({ state: "MAKING" }),
      entry({ state: "CANCELLED", cause: "customer", completedAt: null }),
      entry({ ...none, state: "EXPIRED", cause: "timeout" }),
    ]);
    expect(day.ordered).toBe(5);
    expect(day.wait).toEqual({ count: 2, p50Seconds: 60, p90Seconds: 120 });
  });

  it("tell of each drink, the most ordered first", () => {
    const day = tally([
      entry({ drinkOrder: { drink: "espresso", modifiers: [] }, completedAt: nine + minute / 2 }),
      entry(),
      entry({ state: "SUBMITTED" }),
    ]);
    expect(day.drinks).toEqual([
      { drink: "latte", ordered: 2, wait: { count: 1, p50Seconds: 60, p90Seconds: 60 } },
      { drink: "espresso", ordered: 1, wait: { count: 1, p50Seconds: 30, p90Seconds: 30 } },
    ]);
  });

  it("put an order into the hour of the shop in which it was submitted", () => {
    const { hours } = tally([
      entry(),
      entry({ submittedAt: nine - 1 }),
      entry({ submittedAt: nine + 59 * minute }),
    ]);
    expect(hours).toHaveLength(24);
    expect(hours.slice(8, 10).map(({ from, ordered }) => [from, ordered])).toEqual([
      ["2026-11-22T07:00:00.000Z", 1],
      ["2026-11-22T08:00:00.000Z", 2],
    ]);
  });

  it("tell why orders ended without a drink: before or after one was chosen, and what a barista said", () => {
    const milk = { state: "CANCELLED", cause: "barista", reason: "No milk" } as const;
    const day = tally([
      entry(milk),
      entry(milk),
      entry({ ...milk, reason: "No beans" }),
      entry({ ...none, state: "EXPIRED", cause: "timeout" }),
      entry({ state: "EXPIRED", cause: "timeout" }),
      entry({ ...none, state: "CANCELLED", cause: "full" }),
      // Nobody fetched it: that is no drink that was not made.
      entry({ cause: "timeout" }),
    ]);
    expect(day.endings).toEqual([
      { cause: "barista", submitted: true, reason: "No milk", count: 2 },
      { cause: "barista", submitted: true, reason: "No beans", count: 1 },
      { cause: "full", submitted: false, reason: null, count: 1 },
      { cause: "timeout", submitted: false, reason: null, count: 1 },
      { cause: "timeout", submitted: true, reason: null, count: 1 },
    ]);
  });
});
