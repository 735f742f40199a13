import type { Ticket } from "@serverlesspresso/contracts/order";
import { canMove, isFinal, moves } from "@serverlesspresso/contracts/order-state";
import type { KeptCommand } from "./kept-commands";

/** The tickets as they will be when what is kept has been carried out; those that end by it are left out. */
export function showCommands(
  tickets: readonly Ticket[],
  commands: readonly KeptCommand[],
  now = Date.now(),
): Ticket[] {
  return tickets.map((ticket) => showOn(ticket, commands, now)).filter(({ state }) => !isFinal(state));
}

function showOn(told: Ticket, commands: readonly KeptCommand[], now: number): Ticket {
  let shown = told;
  for (const kept of commands) {
    if (kept.ticket.id !== told.id) continue;
    // What the server has told since may have the command in it already, unless it has not been sent.
    const isHeld = kept.heldUntil > now;
    if (told.version > kept.upToVersion && !isHeld) continue;
    if (!canMove(kept.command, shown.state)) continue;
    shown = { ...shown, state: moves[kept.command].to, ...claimAfter(shown, kept) };
    // It stood on the counter before: since when it does now, the shop will say.
    if (kept.command === "complete") shown.completedAt = null;
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
