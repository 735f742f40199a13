import type { KeptCommand } from "@serverlesspresso/client/kept-commands";
import type { Ticket } from "@serverlesspresso/contracts/order";
import { describe, expect, it } from "vitest";
import { ticket } from "./ticket.fixture";
import { type Undoable, undoablesOf } from "./undo";

const sent = (command: "make" | "complete", about: Ticket, until: number): Undoable => ({
  key: `${command} ${about.id}`,
  command,
  ticket: about,
  until,
});
const held = (command: KeptCommand["command"], about: Ticket, heldUntil: number): KeptCommand => ({
  key: `${command} ${about.id}`,
  command,
  ticket: about,
  reason: undefined,
  by: { sub: "me", name: "Ana" },
  placedAt: 0,
  heldUntil,
  upToVersion: 3,
});
const keys = (undoables: readonly Undoable[]) => undoables.map(({ key }) => key);

describe("what can be undone", () => {
  it("is each tap of the last five seconds, the latest last", () => {
    const shown = [
      ticket(1, { state: "MAKING", baristaUserId: "me" }),
      ticket(2, { state: "COMPLETED", baristaUserId: "me" }),
    ];
    const taps = [sent("make", ticket(1), 9_000), sent("complete", ticket(2), 7_000)];
    const kept = [held("collect", ticket(3), 8_000), held("cancel", ticket(4), 6_000)];
    expect(keys(undoablesOf(taps, kept, shown, 6_000, "me"))).toEqual([
      "complete order-2",
      "collect order-3",
      "make order-1",
    ]);
    expect(undoablesOf(taps, kept, shown, 9_000, "me")).toEqual([]);
  });

  it("is not what has moved on since", () => {
    const taps = [sent("make", ticket(1), 9_000), sent("make", ticket(2), 9_000)];
    expect(undoablesOf(taps, [], [ticket(1, { state: "COMPLETED" })], 1_000, "me")).toEqual([]);
    const colleagues = ticket(1, { state: "MAKING", baristaUserId: "ben" });
    expect(undoablesOf(taps, [], [colleagues], 1_000, "me")).toEqual([]);
    const finished = ticket(3, { state: "COMPLETED", baristaUserId: "ben" });
    expect(undoablesOf([sent("complete", ticket(3), 9_000)], [], [finished], 1_000, "me")).toEqual([]);
    const bens = ticket(3, { state: "MAKING", baristaUserId: "ben" });
    expect(undoablesOf([sent("complete", bens, 9_000)], [], [finished], 1_000, "me")).toHaveLength(1);
  });

  it("is not a command that waits for the network", () => {
    expect(undoablesOf([], [held("make", ticket(1), 0), held("collect", ticket(2), 0)], [], 1, "me")).toEqual(
      [],
    );
  });
});
