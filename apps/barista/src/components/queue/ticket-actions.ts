import type { Ticket } from "@serverlesspresso/contracts/order";
import { canMove } from "@serverlesspresso/contracts/order-state";
import type { Viewer } from "../bar/viewer";

/** What a barista can do to a ticket with one tap; cancelling asks why first. */
export type TicketCommand = "make" | "unmake" | "complete" | "collect" | "recall";

export type Claim = "nobody" | "me" | "other";

/** Whose a ticket is. */
export function claimOf(ticket: Ticket, viewer: Viewer): Claim {
  if (ticket.state !== "MAKING") return "nobody";
  return ticket.baristaUserId === viewer.sub ? "me" : "other";
}

const barCommands: readonly TicketCommand[] = ["make", "unmake", "complete", "collect", "recall"];

/** The commands that the shop would accept from this viewer now: a claimed ticket is its claimer's or a manager's. */
export function commandsFor(ticket: Ticket, viewer: Viewer): TicketCommand[] {
  if (claimOf(ticket, viewer) === "other" && !viewer.manager) return [];
  return barCommands.filter((command) => canMove(command, ticket.state));
}

/** The next step of a ticket, if it is this viewer's to take: what Enter does. */
export function nextCommand(ticket: Ticket, viewer: Viewer): TicketCommand | undefined {
  const [first] = commandsFor(ticket, viewer).filter((command) => command !== "unmake");
  return first;
}
