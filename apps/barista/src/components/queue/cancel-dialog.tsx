"use client";

import type { Ticket } from "@serverlesspresso/contracts/order";
import { Button } from "@serverlesspresso/ui/button";
import { ChoiceGroup } from "@serverlesspresso/ui/choice-group";
import { Dialog } from "@serverlesspresso/ui/dialog";
import { useState } from "react";

/** What is told to the customer and kept in the order's journey. */
const reasons = [
  { id: "changed", name: "The customer changed their mind" },
  { id: "sold-out", name: "Something it needs has run out" },
  { id: "machine", name: "The machine is resting" },
  { id: "twice", name: "It was ordered twice" },
] as const;

interface CancelDialogProps {
  ticket: Ticket;
  onCancel(reason: string): void;
  onClose(): void;
}

/** Asks why an order is to be cancelled: nothing else ends one by mistake. */
export function CancelDialog({ ticket, onCancel, onClose }: CancelDialogProps) {
  const [chosen, setChosen] = useState<string>(reasons[0].id);
  const reason = reasons.find(({ id }) => id === chosen) ?? reasons[0];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Cancel order ${ticket.number}?`}
      description="The customer is told at once, and why."
    >
      <ChoiceGroup name="Reason" items={reasons} value={chosen} onChange={setChosen} />
      <div className="mt-6 flex flex-wrap gap-3">
        <Button variant="danger" size="large" onClick={() => onCancel(reason.name)}>
          Cancel order
        </Button>
        <Button variant="outline" size="large" onClick={onClose}>
          Keep it
        </Button>
      </div>
    </Dialog>
  );
}
