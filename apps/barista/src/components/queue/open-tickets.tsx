import type { Drink } from "@serverlesspresso/contracts/menu";
import type { Ticket } from "@serverlesspresso/contracts/order";
import type { ShopLimits } from "@serverlesspresso/contracts/shop";
import { Cup } from "@serverlesspresso/ui/cup";
import { EmptyState } from "@serverlesspresso/ui/empty-state";
import { Check } from "lucide-react";
import { useMemo } from "react";
import type { Lane } from "./lane";
import { OpenTicket } from "./open-ticket";
import { byAge } from "./queue-order";
import { ticketColumns } from "./ticket-columns";
import { TicketGap } from "./ticket-gap";
import { useKeptFocus } from "./use-kept-focus";
import { useKeyCaps } from "./use-key-caps";
import { useSlots } from "./use-slots";

interface OpenTicketsProps extends Lane {
  limits: ShopLimits;
  /** Ids of what stands on the counter. */
  onCounter: ReadonlySet<string>;
  onMore(ticket: Ticket): void;
}

/** What is to be made, oldest first. */
export function OpenTickets(props: OpenTicketsProps) {
  const { tickets, undoables, onCounter, drinks, limits, viewer, stale, showsKeys } = props;
  const kept = useMemo(() => undoables.map(({ ticket }) => ticket), [undoables]);
  const slots = useSlots(tickets, kept, byAge);
  const caps = useKeyCaps(slots);
  const lane = useKeptFocus();
  return (
    <section ref={lane} aria-labelledby="to-make" className="min-w-0 flex-1 p-4 md:overflow-y-auto md:pl-6">
      <h2 id="to-make" className="sr-only">
        To make
      </h2>
      {slots.length === 0 && <NothingToMake drinks={drinks} />}
      <div className={ticketColumns}>
        {slots.map(({ ticket, gap }) => {
          const digit = caps.get(ticket.id) ?? null;
          if (!gap) {
            return (
              <OpenTicket
                key={ticket.id}
                ticket={ticket}
                drink={ticket.drink ?? drinks.get(ticket.drinkOrder?.drink ?? "")}
                limits={limits}
                viewer={viewer}
                stale={stale}
                digit={digit}
                showsKey={showsKeys}
                onCommand={props.onCommand}
                onMore={props.onMore}
              />
            );
          }
          const undoable = undoables.find((each) => each.ticket.id === ticket.id);
          const ready = onCounter.has(ticket.id);
          return (
            <TicketGap
              key={`gap ${ticket.id}`}
              slot={`rail ${ticket.id}`}
              digit={digit}
              number={ticket.number}
              fate={fateOf(ready, undoable?.command)}
              icon={ready && <Check aria-hidden className="size-5 text-ready" strokeWidth={3} />}
              onUndo={undoable && (() => props.onUndo(undoable))}
            />
          );
        })}
      </div>
    </section>
  );
}

function fateOf(ready: boolean, command: string | undefined): string {
  if (ready) return "ready";
  return command === "cancel" ? "cancelled" : "gone";
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
