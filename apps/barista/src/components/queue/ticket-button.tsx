import { Button } from "@serverlesspresso/ui/button";
import type { MouseEvent } from "react";
import { doubleTaps } from "./double-tap";
import type { Claim, TicketCommand } from "./ticket-actions";

const words: Record<TicketCommand, string> = {
  make: "Make",
  unmake: "Undo",
  complete: "Complete",
  collect: "Collect",
  recall: "Recall",
};

type Look = "primary" | "outline";

/** The next step of a ticket is filled; what can also be done is outlined. */
function lookOf(command: TicketCommand, claim: Claim): Look {
  if (command === "make" || command === "collect") return "primary";
  return command === "complete" && claim !== "nobody" ? "primary" : "outline";
}

interface TicketButtonProps {
  command: TicketCommand;
  claim: Claim;
  onCommand(command: TicketCommand): void;
}

/** One tap of a barista. The second tap of a double tap does nothing: by then another button stands there. */
export function TicketButton({ command, claim, onCommand }: TicketButtonProps) {
  const act = (event: MouseEvent) => {
    if (!doubleTaps.isSecond(event)) onCommand(command);
  };
  return (
    <Button variant={lookOf(command, claim)} size="large" onClick={act} className="px-1!">
      {words[command]}
    </Button>
  );
}
