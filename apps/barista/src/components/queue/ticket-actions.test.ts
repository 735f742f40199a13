import type { Ticket } from "@serverlesspresso/contracts/order";
import { describe, expect, it } from "vitest";
import { ticket as aTicket } from "./ticket.fixture";
import { claimOf, commandsFor, nextCommand } from "./ticket-actions";

const me = { sub: "me", manager: false };

const ticket = (state: Ticket["state"], baristaUserId: string | null = null): Ticket =>
  aTicket(1, { state, baristaUserId, baristaName: baristaUserId });

describe("what a ticket offers", () => {
  it("can be made, or completed straight away, while nobody has it", () => {
    expect(commandsFor(ticket("SUBMITTED"), me)).toEqual(["make", "complete"]);
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

  it("goes on by one key: made, completed, collected, and never somebody else's", () => {
    expect(nextCommand(ticket("SUBMITTED"), me)).toBe("make");
    expect(nextCommand(ticket("MAKING", "me"), me)).toBe("complete");
    expect(nextCommand(ticket("COMPLETED", "ana"), me)).toBe("collect");
    expect(nextCommand(ticket("MAKING", "ana"), me)).toBeUndefined();
  });
});
