import type { KeptCommand } from "@serverlesspresso/client/kept-commands";
import type { Ticket } from "@serverlesspresso/contracts/order";
import type { OrderState } from "@serverlesspresso/contracts/order-state";

/** For how long a tap can be undone. */
export const undoMs = 5_000;

/** A tap that can still be undone: one that is held is taken back, another is reversed. */
export interface Undoable {
  key: string;
  command: "make" | "complete" | "collect" | "cancel";
  /** As it was before. */
  ticket: Ticket;
  /** Device time in ms. */
  until: number;
}

const ledTo: Partial<Record<Undoable["command"], OrderState>> = { make: "MAKING", complete: "COMPLETED" };

/**
 * All that `viewer` (their sub) can undo at `now`, the latest tap last; what has moved on since cannot be undone, nor
 * what a colleague was first with.
 */
export function undoablesOf(
  sent: readonly Undoable[],
  kept: readonly KeptCommand[],
  shown: readonly Ticket[],
  now: number,
  viewer: string,
): Undoable[] {
  const known = new Map(shown.map((ticket) => [ticket.id, ticket]));
  const reversible = sent.filter(({ ticket: before, command }) => {
    const ticket = known.get(before.id);
    // Whoever takes a ticket has it; what a colleague had is theirs also when somebody else finishes it.
    const holder = command === "make" ? viewer : (before.baristaUserId ?? viewer);
    return ticket?.state === ledTo[command] && ticket?.baristaUserId === holder;
  });
  const held = kept.flatMap(({ key, command, ticket, heldUntil }) =>
    command === "collect" || command === "cancel" ? { key, command, ticket, until: heldUntil } : [],
  );
  return [...reversible, ...held].filter(({ until }) => until > now).sort((a, b) => a.until - b.until);
}
