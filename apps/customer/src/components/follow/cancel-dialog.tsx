"use client";

import { Button } from "@serverlesspresso/ui/button";
import { Dialog } from "@serverlesspresso/ui/dialog";

interface CancelDialogProps {
  open: boolean;
  title: string;
  onClose(): void;
  onCancelOrder(): void;
}

export function CancelDialog({ open, title, onClose, onCancelOrder }: CancelDialogProps) {
  return (
    <Dialog
      ahead
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={title}
      description="Your place goes to somebody else. You can scan the screen again at any time."
    >
      <div className="flex flex-col-reverse gap-3 sm:flex-row">
        <Button variant="outline" size="large" className="flex-1" onClick={onClose}>
          Keep it
        </Button>
        <Button variant="danger" size="large" className="flex-1" onClick={onCancelOrder}>
          Yes, cancel
        </Button>
      </div>
    </Dialog>
  );
}
