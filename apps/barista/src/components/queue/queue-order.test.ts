import type { Ticket } from "@serverlesspresso/contracts/order";
import { describe, expect, it } from "vitest";
import { byAge, gapsAfter, openTickets, readyTickets, slotsOf } from "./queue-order";
import { ticket } from "./ticket.fixture";

const numbers = (tickets: readonly Ticket[]) => tickets.map(({ number }) => number);

describe("the order of the queue", () => {
  it("is oldest first, and a claim moves nothing", () => {
    const queue = [ticket(9), ticket(7, { state: "MAKING" }), ticket(8), ticket(3, { state: "COMPLETED" })];
    expect(numbers(openTickets(queue))).toEqual([7, 8, 9]);
  });

  it("gives a recalled ticket its old age and place", () => {
    const recalled = ticket(2, { state: "MAKING", completedAt: "2026-11-22T08:20:00.000Z" });
    expect(numbers(openTickets([ticket(5), recalled]))).toEqual([2, 5]);
  });

  it("puts what has stood on the counter longest first", () => {
    const early = ticket(8, { state: "COMPLETED", completedAt: "2026-11-22T08:30:00.000Z" });
    const late = ticket(2, { state: "COMPLETED", completedAt: "2026-11-22T08:31:00.000Z" });
    expect(numbers(readyTickets([late, early, ticket(1)]))).toEqual([8, 2]);
  });
});

describe("a ticket that leaves", () => {
  it("keeps its place until it is let go, and takes it again when it comes back", () => {
    const before = [ticket(1), ticket(2), ticket(3)];
    const now = [ticket(1), ticket(3), ticket(4)];
    const gaps = gapsAfter([], before, now);
    expect(slotsOf(now, gaps, byAge).map(({ ticket, gap }) => [ticket.number, gap])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, false],
    ]);
    expect(gapsAfter(gaps, now, [...now, ticket(2)])).toEqual([]);
  });

  it("is joined by the next that leaves", () => {
    const first = gapsAfter([], [ticket(1), ticket(2)], [ticket(2)]);
    expect(numbers(gapsAfter(first, [ticket(2)], []))).toEqual([1, 2]);
  });
});
