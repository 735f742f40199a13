"use client";

import { useServerNow } from "@serverlesspresso/client/use-server-now";
import type { Drink } from "@serverlesspresso/contracts/menu";
import type { Ticket } from "@serverlesspresso/contracts/order";
import { Cup } from "@serverlesspresso/ui/cup";
import { clockOf, secondsSince } from "./age";
import type { TicketCommand } from "./ticket-actions";
import { TicketButton } from "./ticket-button";

interface ReadyTicketProps {
  ticket: Ticket;
  drink: Drink | undefined;
  commands: readonly TicketCommand[];
  stale: boolean;
  onCommand(command: TicketCommand): void;
}

/** What stands on the counter: its number, what it is, for how long. */
export function ReadyTicket({ ticket, drink, commands, stale, onCommand }: ReadyTicketProps) {
  const now = useServerNow();
  const since = clockOf(secondsSince(ticket.completedAt, now));
  return (
    <article
      aria-label={`Order ${ticket.number}`}
      className="ticket-comes rounded-edge border border-edge bg-enamel p-3"
    >
      <div className="flex items-center gap-3">
        <p className="numerals text-title">{ticket.number}</p>
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold">{drink?.name ?? ticket.drinkOrder?.drink}</p>
          <p className="text-note text-soft tabular-nums">{`ready ${since}${stale ? " or more" : ""}`}</p>
        </div>
        {drink && <Cup drink={drink} modifiers={ticket.drinkOrder?.modifiers ?? []} size={40} />}
      </div>
      <div className="mt-3 grid grid-cols-2 gap-2">
        {commands.map((command) => (
          <TicketButton key={command} command={command} claim="nobody" onCommand={onCommand} />
        ))}
      </div>
    </article>
  );
}
