import type { ReactNode } from "react";

const heights = { ticket: "min-h-80", slip: "min-h-31" } as const;

interface TicketGapProps {
  number: number | null;
  /** As high as what stood there. */
  height: keyof typeof heights;
  /** Where it went. */
  children?: ReactNode;
}

/** The place of a ticket that has just left: kept for a moment, so that the next does not slip under a finger. */
export function TicketGap({ number, height, children }: TicketGapProps) {
  return (
    <div
      aria-hidden="true"
      className={`ticket-goes flex flex-col items-center justify-center gap-1 rounded-edge border border-hairline border-dashed text-soft ${heights[height]}`}
    >
      <span className="numerals text-title">{number}</span>
      {children}
    </div>
  );
}
