import type { Drink } from "@serverlesspresso/contracts/menu";
import type { Ticket } from "@serverlesspresso/contracts/order";
import type { ShopLimits } from "@serverlesspresso/contracts/shop";
import { Cup } from "@serverlesspresso/ui/cup";
import { Ellipsis } from "lucide-react";
import { memo } from "react";
import type { Viewer } from "../bar/viewer";
import { doubleTaps } from "./double-tap";
import { DrinkText } from "./drink-text";
import { KeyCap } from "./key-cap";
import { type Claim, claimOf, commandsFor, type TicketCommand } from "./ticket-actions";
import { TicketBand } from "./ticket-band";
import { TicketButton } from "./ticket-button";
import { TicketStub } from "./ticket-stub";
import { useLeavesHeight } from "./use-kept-height";

const looks: Record<Claim, string> = {
  nobody: "border-edge bg-enamel",
  me: "border-copper bg-enamel ring-2 ring-copper",
  other: "border-hairline bg-transparent",
};

interface OpenTicketProps {
  ticket: Ticket;
  drink: Drink | undefined;
  limits: ShopLimits;
  viewer: Viewer;
  stale: boolean;
  /** The key that chooses it. */
  digit: string | null;
  /** Keys are used here. */
  showsKey: boolean;
  onCommand(ticket: Ticket, command: TicketCommand): void;
  onMore(ticket: Ticket): void;
}

/** A ticket on the rail: number, cup, what to make, whose it is, and what to do. Drawn anew when it changes. */
export const OpenTicket = memo(function OpenTicket(props: OpenTicketProps) {
  const { ticket, drink, limits, viewer, stale, digit, showsKey, onCommand, onMore } = props;
  const slot = `rail ${ticket.id}`;
  const box = useLeavesHeight(slot);
  const claim = claimOf(ticket, viewer);
  const commands = commandsFor(ticket, viewer);
  return (
    <article
      ref={box}
      aria-label={`Order ${ticket.number}`}
      aria-keyshortcuts={showsKey && digit ? digit : undefined}
      data-slot={slot}
      data-digit={digit}
      tabIndex={-1}
      className={`ticket-comes relative flex flex-col rounded-edge border transition-[background-color,border-color] ${looks[claim]}`}
    >
      {showsKey && digit && <KeyCap label={digit} />}
      <TicketBand since={ticket.submittedAt} limits={limits} stale={stale}>
        <button
          type="button"
          aria-label="More"
          onClick={(event) => doubleTaps.isSecond(event) || onMore(ticket)}
          className="grid size-11 place-items-center rounded-edge"
        >
          <Ellipsis aria-hidden className="size-6" />
        </button>
      </TicketBand>
      <div className="flex flex-1 flex-col px-4 pt-2">
        <div className="flex items-start justify-between">
          <div className="wrap-anywhere min-w-0">
            <p className="numerals text-number">{ticket.number}</p>
            <Whose claim={claim} name={ticket.baristaName} />
          </div>
          <TicketCup ticket={ticket} drink={drink} />
        </div>
        {ticket.drinkOrder && <DrinkText drink={drink} drinkOrder={ticket.drinkOrder} />}
      </div>
      <TicketStub claim={claim}>
        {commands.map((command) => (
          <TicketButton
            key={command}
            command={command}
            claim={claim}
            onCommand={(chosen) => onCommand(ticket, chosen)}
          />
        ))}
      </TicketStub>
    </article>
  );
});

function TicketCup({ ticket, drink }: { ticket: Ticket; drink: Drink | undefined }) {
  if (!drink) return null;
  const modifiers = ticket.drinkOrder?.modifiers ?? [];
  const steaming = ticket.state === "MAKING";
  return <Cup drink={drink} modifiers={modifiers} size={88} steaming={steaming} className="-mt-1 -mr-2" />;
}

function Whose({ claim, name }: { claim: Claim; name: string | null }) {
  if (claim === "nobody") return null;
  return (
    <p className={`font-semibold ${claim === "me" ? "text-copper" : "text-soft"}`}>
      {claim === "me" ? "You have it" : `${name ?? "Somebody"} has it`}
    </p>
  );
}
