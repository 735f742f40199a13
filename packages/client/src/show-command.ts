import type { Ticket } from "@serverlesspresso/contracts/order";
import { moves } from "@serverlesspresso/contracts/order-state";
import type { PendingCommand } from "./merge-order";

/** A ticket as it will look when a command has been carried out: shown until the server answers. */
export function showCommand(ticket: Ticket, { command, by }: PendingCommand): Ticket {
  return { ...ticket, state: moves[command].to, ...claimAfter(ticket, command, by) };
}

type Claim = Pick<Ticket, "baristaName" | "baristaUserId">;

function claimAfter(ticket: Ticket, command: PendingCommand["command"], by: PendingCommand["by"]): Claim {
  if (command === "unmake") return { baristaName: null, baristaUserId: null };
  const claims = command === "make" || command === "recall" || ticket.baristaUserId === null;
  if (claims && by && command !== "cancel") return { baristaName: by.name, baristaUserId: by.sub };
  return { baristaName: ticket.baristaName, baristaUserId: ticket.baristaUserId };
}
