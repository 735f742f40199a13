import type { Ticket } from "@serverlesspresso/contracts/order";

/** Oldest first; the number decides between two of the same moment. */
export function byAge(a: Ticket, b: Ticket): number {
  const since = (ticket: Ticket) => Date.parse(ticket.submittedAt ?? ticket.createdAt);
  return since(a) - since(b) || (a.number ?? 0) - (b.number ?? 0);
}

export function openTickets(tickets: readonly Ticket[]): Ticket[] {
  return tickets.filter((ticket) => ticket.state === "SUBMITTED" || ticket.state === "MAKING").sort(byAge);
}

/** Longest on the counter first; what the shop has not timed yet has only just come. */
export function byCompletion(a: Ticket, b: Ticket): number {
  const since = ({ completedAt }: Ticket) =>
    completedAt === null ? Number.MAX_VALUE : Date.parse(completedAt);
  return since(a) - since(b) || byAge(a, b);
}

/** What stands on the counter. */
export function readyTickets(tickets: readonly Ticket[]): Ticket[] {
  return tickets.filter((ticket) => ticket.state === "COMPLETED").sort(byCompletion);
}

/** The tickets that have left: those remembered that have not come back, and those of `before` missing in `now`. */
export function gapsAfter(
  gaps: readonly Ticket[],
  before: readonly Ticket[],
  now: readonly Ticket[],
): Ticket[] {
  const present = new Set(now.map((ticket) => ticket.id));
  const left = new Map([...gaps, ...before].map((ticket) => [ticket.id, ticket]));
  return [...left.values()].filter((ticket) => !present.has(ticket.id));
}

export interface Slot {
  ticket: Ticket;
  /** Left a moment ago: its place is kept, so that nothing moves under a finger. */
  gap: boolean;
}

export type TicketOrder = (a: Ticket, b: Ticket) => number;

/** The tickets in their places, a gap where one has just left. */
export function slotsOf(tickets: readonly Ticket[], gaps: readonly Ticket[], order: TicketOrder): Slot[] {
  const slots = [
    ...tickets.map((ticket) => ({ ticket, gap: false })),
    ...gaps.map((ticket) => ({ ticket, gap: true })),
  ];
  return slots.sort((a, b) => order(a.ticket, b.ticket));
}
