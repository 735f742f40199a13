import type { Ticket } from "@serverlesspresso/contracts/order";
import { canMove, isFinal, moves } from "@serverlesspresso/contracts/order-state";
import type { KeptCommand } from "./kept-commands";

/** The tickets as they will be when what is kept has been carried out; those that end by it are left out. */
export function showCommands(tickets: readonly Ticket[], commands: readonly KeptCommand[]): Ticket[] {
  return tickets.map((ticket) => showOn(ticket, commands)).filter(({ state }) => !isFinal(state));
}

function showOn(told: Ticket, commands: readonly KeptCommand[]): Ticket {
  let shown = told;
  for (const kept of commands) {
    // What the server has told since may have the command in it already.
    if (kept.ticket.id !== told.id || told.version > kept.upToVersion) continue;
    if (!canMove(kept.command, shown.state)) continue;
    shown = { ...shown, state: moves[kept.command].to, ...claimAfter(shown, kept) };
  }
  return shown;
}

type Claim = Pick<Ticket, "baristaName" | "baristaUserId">;

function claimAfter(ticket: Ticket, { command, by }: KeptCommand): Claim {
  if (command === "unmake") return { baristaName: null, baristaUserId: null };
  const claims = command === "make" || command === "recall" || ticket.baristaUserId === null;
  if (claims && command !== "cancel") return { baristaName: by.name, baristaUserId: by.sub };
  return { baristaName: ticket.baristaName, baristaUserId: ticket.baristaUserId };
}
