"use client";

import { useServerNow } from "@serverlesspresso/client/use-server-now";
import type { Drink } from "@serverlesspresso/contracts/menu";
import type { Ticket } from "@serverlesspresso/contracts/order";
import { Cup } from "@serverlesspresso/ui/cup";
import { memo } from "react";
import type { Viewer } from "../bar/viewer";
import { wordsOfId } from "../menu/words-of-id";
import { clockOf, secondsSince } from "./age";
import { KeyCap } from "./key-cap";
import { commandsFor, type TicketCommand } from "./ticket-actions";
import { TicketButton } from "./ticket-button";
import { useLeavesHeight } from "./use-kept-height";

interface ReadyTicketProps {
  ticket: Ticket;
  drink: Drink | undefined;
  viewer: Viewer;
  stale: boolean;
  /** The key that chooses it, with Shift. */
  digit: string | null;
  /** Keys are used here. */
  showsKey: boolean;
  onCommand(ticket: Ticket, command: TicketCommand): void;
}

/** What stands on the counter: its number, what it is, for how long. Drawn anew when it changes. */
export const ReadyTicket = memo(function ReadyTicket(props: ReadyTicketProps) {
  const { ticket, drink, viewer, stale, digit, showsKey, onCommand } = props;
  const slot = `counter ${ticket.id}`;
  const box = useLeavesHeight(slot);
  return (
    <article
      ref={box}
      aria-label={`Order ${ticket.number}`}
      aria-keyshortcuts={showsKey && digit ? `Shift+${digit}` : undefined}
      data-slot={slot}
      data-digit={digit}
      tabIndex={-1}
      className="ticket-comes relative rounded-edge border border-edge bg-enamel p-3"
    >
      {showsKey && digit && <KeyCap label={`⇧${digit}`} />}
      <div className="flex items-center gap-3">
        <p className="numerals text-title">{ticket.number}</p>
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold">{drink?.name ?? wordsOfId(ticket.drinkOrder?.drink ?? "")}</p>
          <ReadySince at={ticket.completedAt} stale={stale} />
        </div>
        {drink && <Cup drink={drink} modifiers={ticket.drinkOrder?.modifiers ?? []} size={40} />}
      </div>
      <div className="mt-3 grid grid-cols-2 gap-2">
        {commandsFor(ticket, viewer).map((command) => (
          <TicketButton
            key={command}
            command={command}
            claim="nobody"
            onCommand={(chosen) => onCommand(ticket, chosen)}
          />
        ))}
      </div>
    </article>
  );
});

/** Ticks by itself. */
function ReadySince({ at, stale }: { at: string | null; stale: boolean }) {
  const since = clockOf(secondsSince(at, useServerNow()));
  return <p className="text-note text-soft tabular-nums">{`ready ${since}${stale ? " or more" : ""}`}</p>;
}
