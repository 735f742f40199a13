import { Check } from "lucide-react";
import { useMemo } from "react";
import type { Lane } from "./lane";
import { byCompletion } from "./queue-order";
import { ReadyTicket } from "./ready-ticket";
import { TicketGap } from "./ticket-gap";
import { useKeptFocus } from "./use-kept-focus";
import { useKeyCaps } from "./use-key-caps";
import { useSlots } from "./use-slots";

interface ReadyLaneProps extends Lane {
  /** Ids of what is still to be made. */
  open: ReadonlySet<string>;
}

/** The counter: what is ready and waits for its customer, longest first. */
export function ReadyLane(props: ReadyLaneProps) {
  const { tickets, undoables, open, drinks, viewer, stale, showsKeys } = props;
  const kept = useMemo(() => undoables.map(({ ticket }) => ticket), [undoables]);
  const slots = useSlots(tickets, kept, byCompletion);
  const caps = useKeyCaps(slots);
  const lane = useKeptFocus();
  return (
    <section
      ref={lane}
      aria-labelledby="ready"
      className="shrink-0 border-hairline border-t p-4 md:w-68 md:overflow-y-auto md:border-t-0 md:border-l 2xl:w-72"
    >
      <h2 id="ready" className="flex items-center gap-2 font-bold text-lead text-ready">
        <Check aria-hidden className="size-6" strokeWidth={3} />
        Ready
        <span className="numerals ml-auto">{tickets.length}</span>
      </h2>
      {slots.length === 0 && <p className="mt-3 text-soft">Nothing waits on the counter.</p>}
      <div className="mt-4 grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-3">
        {slots.map(({ ticket, gap }) => {
          const digit = caps.get(ticket.id) ?? null;
          if (!gap) {
            return (
              <ReadyTicket
                key={ticket.id}
                ticket={ticket}
                drink={ticket.drink ?? drinks.get(ticket.drinkOrder?.drink ?? "")}
                viewer={viewer}
                stale={stale}
                digit={digit}
                showsKey={showsKeys}
                onCommand={props.onCommand}
              />
            );
          }
          const undoable = undoables.find((each) => each.ticket.id === ticket.id);
          return (
            <TicketGap
              key={`gap ${ticket.id}`}
              slot={`counter ${ticket.id}`}
              digit={digit}
              number={ticket.number}
              fate={open.has(ticket.id) ? "back in the queue" : "collected"}
              onUndo={undoable && (() => props.onUndo(undoable))}
            />
          );
        })}
      </div>
    </section>
  );
}
