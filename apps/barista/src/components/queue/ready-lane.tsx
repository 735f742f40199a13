import type { Drink } from "@serverlesspresso/contracts/menu";
import type { Ticket } from "@serverlesspresso/contracts/order";
import { Check } from "lucide-react";
import type { Viewer } from "../bar/viewer";
import { byCompletion } from "./queue-order";
import { ReadyTicket } from "./ready-ticket";
import { commandsFor, type TicketCommand } from "./ticket-actions";
import { TicketGap } from "./ticket-gap";
import { useSlots } from "./use-slots";

interface ReadyLaneProps {
  tickets: Ticket[];
  /** Ids of what is still to be made. */
  open: ReadonlySet<string>;
  drinks: ReadonlyMap<string, Drink>;
  viewer: Viewer;
  stale: boolean;
  onCommand(ticket: Ticket, command: TicketCommand): void;
}

/** The counter: what is ready and waits for its customer, longest first. */
export function ReadyLane(props: ReadyLaneProps) {
  const { tickets, open, drinks, viewer, stale, onCommand } = props;
  const slots = useSlots(tickets, byCompletion);
  return (
    <section
      aria-labelledby="ready"
      className="shrink-0 border-hairline border-t p-4 md:w-68 md:overflow-y-auto md:border-t-0 md:border-l md:px-4 md:py-6 xl:w-80"
    >
      <h2 id="ready" className="flex items-center gap-2 font-bold text-lead text-ready">
        <Check aria-hidden className="size-6" strokeWidth={3} />
        Ready
        <span className="numerals ml-auto">{tickets.length}</span>
      </h2>
      {tickets.length === 0 && <p className="mt-3 text-soft">Nothing waits on the counter.</p>}
      <div className="mt-4 grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-3">
        {slots.map(({ ticket, gap }) =>
          gap ? (
            <TicketGap key={ticket.id} number={ticket.number} height="slip">
              {open.has(ticket.id) ? "back in the queue" : "collected"}
            </TicketGap>
          ) : (
            <ReadyTicket
              key={ticket.id}
              ticket={ticket}
              drink={drinks.get(ticket.drinkOrder?.drink ?? "")}
              commands={commandsFor(ticket, viewer)}
              stale={stale}
              onCommand={(command) => onCommand(ticket, command)}
            />
          ),
        )}
      </div>
    </section>
  );
}
