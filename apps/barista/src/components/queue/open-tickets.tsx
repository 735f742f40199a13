import type { Drink } from "@serverlesspresso/contracts/menu";
import type { Ticket } from "@serverlesspresso/contracts/order";
import type { ShopLimits } from "@serverlesspresso/contracts/shop";
import { Cup } from "@serverlesspresso/ui/cup";
import { EmptyState } from "@serverlesspresso/ui/empty-state";
import { Check } from "lucide-react";
import type { Viewer } from "../bar/viewer";
import { OpenTicket } from "./open-ticket";
import { byAge } from "./queue-order";
import { claimOf, commandsFor, type TicketCommand } from "./ticket-actions";
import { ticketColumns } from "./ticket-columns";
import { TicketGap } from "./ticket-gap";
import { useSlots } from "./use-slots";

interface OpenTicketsProps {
  tickets: Ticket[];
  /** Ids of what stands on the counter. */
  onCounter: ReadonlySet<string>;
  drinks: ReadonlyMap<string, Drink>;
  limits: ShopLimits;
  viewer: Viewer;
  stale: boolean;
  onCommand(ticket: Ticket, command: TicketCommand): void;
  onCancel(ticket: Ticket): void;
}

/** What is to be made, oldest first. */
export function OpenTickets(props: OpenTicketsProps) {
  const { tickets, onCounter, drinks, limits, viewer, stale, onCommand, onCancel } = props;
  const slots = useSlots(tickets, byAge);
  return (
    <section aria-labelledby="to-make" className="min-w-0 flex-1 p-4 md:overflow-y-auto md:p-6">
      <h2 id="to-make" className="sr-only">
        To make
      </h2>
      {slots.length === 0 && <NothingToMake drinks={drinks} />}
      <div className={ticketColumns}>
        {slots.map(({ ticket, gap }) =>
          gap ? (
            <TicketGap key={ticket.id} number={ticket.number} height="ticket">
              {onCounter.has(ticket.id) && <ReadyMark />}
            </TicketGap>
          ) : (
            <OpenTicket
              key={ticket.id}
              ticket={ticket}
              drink={drinks.get(ticket.drinkOrder?.drink ?? "")}
              limits={limits}
              claim={claimOf(ticket, viewer)}
              commands={commandsFor(ticket, viewer)}
              stale={stale}
              onCommand={(command) => onCommand(ticket, command)}
              onCancel={() => onCancel(ticket)}
            />
          ),
        )}
      </div>
    </section>
  );
}

function ReadyMark() {
  return (
    <span className="inline-flex items-center gap-1 font-semibold text-ready">
      <Check className="size-5" strokeWidth={3} /> ready
    </span>
  );
}

function NothingToMake({ drinks }: { drinks: ReadonlyMap<string, Drink> }) {
  const [drink] = drinks.values();
  return (
    <EmptyState
      drawing={drink && <Cup drink={drink} size={180} fill={0} />}
      title="Nothing to make"
      className="md:py-24"
    >
      <p>The next order hangs here the moment it is sent.</p>
    </EmptyState>
  );
}
