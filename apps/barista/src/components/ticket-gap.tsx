import type { Ticket } from "@serverlesspresso/contracts/order";
import { Check } from "lucide-react";

interface TicketGapProps {
  ticket: Ticket;
  /** It stands on the counter now. */
  ready: boolean;
}

/** The place of a ticket that has just left: kept for a moment, so that the next does not slip under a finger. */
export function TicketGap({ ticket, ready }: TicketGapProps) {
  return (
    <div
      aria-hidden="true"
      className="ticket-goes flex min-h-48 flex-col items-center justify-center rounded-edge border border-hairline border-dashed text-soft"
    >
      <span className="numerals text-title">{ticket.number}</span>
      {ready && (
        <span className="mt-1 inline-flex items-center gap-1 font-semibold text-ready">
          <Check className="size-5" strokeWidth={3} /> ready
        </span>
      )}
    </div>
  );
}
