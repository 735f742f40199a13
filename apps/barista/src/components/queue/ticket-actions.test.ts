import type { Ticket } from "@serverlesspresso/contracts/order";
import { describe, expect, it } from "vitest";
import { claimOf, commandsFor } from "./ticket-actions";

const me = { sub: "me", manager: false };

const ticket = (state: Ticket["state"], baristaUserId: string | null = null): Ticket => ({
  id: "order-1",
  eventId: "default",
  number: 1,
  state,
  version: 3,
  drinkOrder: { drink: "espresso", modifiers: [] },
  createdAt: "2026-11-22T08:00:00.000Z",
  submittedAt: "2026-11-22T08:01:00.000Z",
  completedAt: null,
  dueAt: null,
  baristaUserId,
  baristaName: baristaUserId,
  cause: null,
  extensionsLeft: 0,
});

describe("what a ticket offers", () => {
  it("can be made, or completed straight away, while nobody has it", () => {
    expect(commandsFor(ticket("SUBMITTED"), me)).toEqual(["make", "complete"]);
  });

  it("is the viewer's own while the claim is on its way", () => {
    expect(claimOf(ticket("MAKING"), me)).toBe("me");
  });

  it("can be undone and completed by who has it", () => {
    expect(claimOf(ticket("MAKING", "me"), me)).toBe("me");
    expect(commandsFor(ticket("MAKING", "me"), me)).toEqual(["unmake", "complete"]);
  });

  it("offers nothing of somebody else's ticket, except to a manager", () => {
    expect(claimOf(ticket("MAKING", "ana"), me)).toBe("other");
    expect(commandsFor(ticket("MAKING", "ana"), me)).toEqual([]);
    expect(commandsFor(ticket("MAKING", "ana"), { sub: "me", manager: true })).toEqual([
      "unmake",
      "complete",
    ]);
  });

  it("can be collected or recalled by anybody once it is ready", () => {
    expect(commandsFor(ticket("COMPLETED", "ana"), me)).toEqual(["collect", "recall"]);
  });
});
