import { describe, expect, it } from "vitest";
import type { BarCommand, KeptCommand } from "./kept-commands";
import { showCommands } from "./show-commands";
import { ticket } from "./test-orders";

const by = { sub: "ana", name: "Ana" };

function kept(command: BarCommand, about: Partial<KeptCommand> = {}): KeptCommand {
  const at = { placedAt: 1, heldUntil: 1, upToVersion: 3 };
  return { key: command, command, ticket: ticket(), reason: undefined, by, ...at, ...about };
}

const states = (told: ReturnType<typeof ticket>, ...commands: KeptCommand[]) =>
  showCommands([told], commands).map(({ state }) => state);

describe("what is shown of commands that are not answered yet", () => {
  it("is their effect, with the claimer", () => {
    expect(showCommands([ticket()], [kept("make")])).toMatchObject([
      { state: "MAKING", baristaUserId: "ana", baristaName: "Ana", version: 3 },
    ]);
  });

  it("is a place on the counter that is not timed yet, also for a drink that stood there before", () => {
    const recalled = ticket({ state: "MAKING", completedAt: "2026-11-22T09:00:00.000Z" });
    expect(showCommands([recalled], [kept("complete")])).toMatchObject([
      { state: "COMPLETED", completedAt: null },
    ]);
  });

  it("leaves out what is collected or cancelled by them", () => {
    expect(states(ticket({ state: "COMPLETED" }), kept("collect"))).toEqual([]);
    expect(states(ticket(), kept("cancel"))).toEqual([]);
  });

  it("does not hide what somebody else did meanwhile", () => {
    expect(states(ticket({ version: 5 }), kept("make"))).toEqual(["SUBMITTED"]);
    expect(states(ticket({ version: 3, state: "COMPLETED" }), kept("make"))).toEqual(["COMPLETED"]);
  });

  it("is that of a command that is still held, whatever a colleague does meanwhile", () => {
    const taken = ticket({ version: 4, state: "MAKING", baristaUserId: "ben" });
    const cancel = kept("cancel", { heldUntil: 5_000 });
    expect(showCommands([taken], [cancel], 4_999)).toEqual([]);
    expect(showCommands([taken], [cancel], 5_000)).toMatchObject([{ state: "MAKING" }]);
  });

  it("stays over the push that answers an earlier one", () => {
    const both = [kept("make"), kept("complete", { upToVersion: 4 })];
    expect(states(ticket(), ...both)).toEqual(["COMPLETED"]);
    expect(states(ticket({ version: 4, state: "MAKING", baristaUserId: "ana" }), ...both)).toEqual([
      "COMPLETED",
    ]);
    expect(states(ticket({ version: 5, state: "COMPLETED" }), ...both)).toEqual(["COMPLETED"]);
  });

  it("changes no other ticket", () => {
    const other = ticket({ id: "b" });
    expect(showCommands([other], [kept("make")])).toEqual([other]);
  });
});
