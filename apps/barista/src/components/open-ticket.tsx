import type { Drink } from "@serverlesspresso/contracts/menu";
import type { Ticket } from "@serverlesspresso/contracts/order";
import type { ShopLimits } from "@serverlesspresso/contracts/shop";
import { Cup } from "@serverlesspresso/ui/cup";
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
      className={`ticket-comes flex flex-col rounded-edge border transition-[background-color,border-color] ${looks[claim]}`}
    >
      <TicketBand since={ticket.submittedAt} limits={limits} stale={stale}>
        <button
          type="button"
          onClick={onCancel}
          className="min-h-11 rounded-edge px-3 text-note underline decoration-1 decoration-current/40 underline-offset-4 hover:decoration-current"
        >
          Cancel
        </button>
      </TicketBand>
      <div className="flex flex-1 flex-col px-4 pt-3 pb-4">
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
        {commands.length > 0 && (
          <div className="mt-3 grid grid-cols-2 gap-2">
            {commands.map((command) => (
              <TicketButton key={command} command={command} claim={claim} onCommand={onCommand} />
            ))}
          </div>
        )}
      </div>
    </article>
  );
}

function Whose({ claim, name }: { claim: Claim; name: string | null }) {
  if (claim === "nobody") return null;
  return (
    <p className={`mt-3 font-semibold ${claim === "me" ? "text-copper" : "text-soft"}`}>
      {claim === "me" ? "You have it" : `${name ?? "Somebody"} has it`}
    </p>
  );
}
