import { Button } from "@serverlesspresso/ui/button";
import { Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { doubleTaps } from "./double-tap";
import { useTakesHeight } from "./use-kept-height";

interface TicketGapProps {
  slot: string;
  /** The key that chose the ticket, and now chooses its gap. */
  digit: string | null;
  number: number | null;
  /** Where it went. */
  fate: string;
  icon?: ReactNode;
  /** While it can be called back. */
  onUndo?: (() => void) | undefined;
}

/** The place of a ticket that has just left: kept for a moment, so that the next does not slip under a finger. */
export function TicketGap({ slot, digit, number, fate, icon, onUndo }: TicketGapProps) {
  const box = useTakesHeight(slot);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      ref={box}
      role="group"
      aria-label={`Order ${number}: ${fate}`}
      data-slot={slot}
      data-digit={digit}
      tabIndex={-1}
      className="ticket-goes flex flex-col items-center justify-center gap-1 rounded-edge border border-hairline border-dashed p-1 text-soft"
    >
      <span className="numerals text-title">{number}</span>
      <span className="inline-flex items-center gap-1 font-semibold">
        {icon}
        {fate}
      </span>
      {onUndo && (
        <Button variant="outline" size="large" onClick={(event) => doubleTaps.isSecond(event) || onUndo()}>
          <Undo2 aria-hidden className="size-5" />
          Undo
        </Button>
      )}
    </div>
  );
}
