"use client";

import { Button } from "@serverlesspresso/ui/button";
import { Dialog } from "@serverlesspresso/ui/dialog";

interface ThrowAwayDialogProps {
  changes: number;
  onThrowAway(): void;
  onClose(): void;
}

/** Asks before a draft, which others may have worked on, is gone. */
export function ThrowAwayDialog({ changes, onThrowAway, onClose }: ThrowAwayDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Throw the draft away?"
      description={`${changes === 1 ? "1 change is" : `${changes} changes are`} gone then. Customers keep the menu they have.`}
    >
      <div className="flex flex-wrap gap-3">
        <Button variant="outline" size="large" onClick={onClose}>
          Keep it
        </Button>
        <Button variant="danger" size="large" onClick={onThrowAway}>
          Throw away
        </Button>
      </div>
    </Dialog>
  );
}
