import type { Drink } from "@serverlesspresso/contracts/menu";
import type { Ticket } from "@serverlesspresso/contracts/order";
import type { ShopLimits } from "@serverlesspresso/contracts/shop";
import { Cup } from "@serverlesspresso/ui/cup";
import type { ReactNode } from "react";
import { DrinkText } from "./drink-text";
import type { Claim, TicketCommand } from "./ticket-actions";
import { TicketBand } from "./ticket-band";
import { TicketButton } from "./ticket-button";

const looks: Record<Claim, string> = {
  nobody: "border-edge bg-enamel",
  me: "border-copper bg-enamel ring-2 ring-copper",
  other: "border-hairline bg-transparent",
};

interface OpenTicketProps {
  ticket: Ticket;
  drink: Drink | undefined;
  limits: ShopLimits;
  claim: Claim;
  commands: readonly TicketCommand[];
  stale: boolean;
  onCommand(command: TicketCommand): void;
  onCancel(): void;
}

/** A ticket on the rail: number, cup, what to make, whose it is, and what to do. */
export function OpenTicket(props: OpenTicketProps) {
  const { ticket, drink, limits, claim, commands, stale, onCommand, onCancel } = props;
  const modifiers = ticket.drinkOrder?.modifiers ?? [];
  return (
    <article
      aria-label={`Order ${ticket.number}`}
      className={`ticket-comes relative flex flex-col rounded-edge border transition-[background-color,border-color] ${looks[claim]}`}
    >
      <TicketBand since={ticket.submittedAt} limits={limits} stale={stale}>
        <button
          type="button"
          onClick={onCancel}
          className="min-h-11 rounded-edge px-2 text-note underline decoration-1 decoration-current/40 underline-offset-4 hover:decoration-current"
        >
          Cancel
        </button>
      </TicketBand>
      <div className="flex flex-1 flex-col px-4 pt-3">
        <div className="flex items-start justify-between">
          <p className="numerals text-number">{ticket.number}</p>
          {drink && (
            <Cup
              drink={drink}
              modifiers={modifiers}
              size={88}
              steaming={ticket.state === "MAKING"}
              className="-mt-2 -mr-2"
            />
          )}
        </div>
        <div className="mt-1 flex-1">
          {ticket.drinkOrder && <DrinkText drink={drink} drinkOrder={ticket.drinkOrder} />}
        </div>
        <Whose claim={claim} name={ticket.baristaName} />
      </div>
      {commands.length > 0 && (
        <Stub claim={claim}>
          {commands.map((command) => (
            <TicketButton key={command} command={command} claim={claim} onCommand={onCommand} />
          ))}
        </Stub>
      )}
    </article>
  );
}

interface StubProps {
  claim: Claim;
  children: ReactNode;
}

const notch = "absolute -top-2.25 size-4 rounded-full bg-paper";

/** Half circles that cover the ticket's border, however thick it is. */
const notches = {
  thin: { left: "-left-2.25 border border-edge", right: "-right-2.25 border border-edge" },
  thick: { left: "-left-2.75 border-3 border-copper", right: "-right-2.75 border-3 border-copper" },
} as const;

/** The part of a ticket that is torn off: what can be done. */
function Stub({ claim, children }: StubProps) {
  const { left, right } = notches[claim === "me" ? "thick" : "thin"];
  return (
    <div className="relative mt-4 border-hairline border-t-2 border-dashed">
      <span aria-hidden className={`${notch} ${left} [clip-path:inset(-1px_-1px_-1px_50%)]`} />
      <span aria-hidden className={`${notch} ${right} [clip-path:inset(-1px_50%_-1px_-1px)]`} />
      <div className="grid grid-cols-[auto_auto] gap-2 px-3 pt-4 pb-3">{children}</div>
    </div>
  );
}

function Whose({ claim, name }: { claim: Claim; name: string | null }) {
  if (claim === "nobody") return null;
  return (
    <p className={`mt-3 font-semibold ${claim === "me" ? "text-copper" : "mb-4 text-soft"}`}>
      {claim === "me" ? "You have it" : `${name ?? "Somebody"} has it`}
    </p>
  );
}
