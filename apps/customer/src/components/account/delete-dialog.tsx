"use client";

import { Button } from "@serverlesspresso/ui/button";
import { Dialog } from "@serverlesspresso/ui/dialog";

interface DeleteDialogProps {
  open: boolean;
  onClose(): void;
  onDelete(): void;
}

export function DeleteDialog({ open, onClose, onDelete }: DeleteDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title="Delete your account?"
      description={
        <>
          Your address and everything that says which orders were yours is removed, for good. An order that
          nobody makes yet is cancelled; one that is being made goes on, under its number alone.
        </>
      }
    >
      <div className="flex flex-col-reverse gap-3 sm:flex-row">
        <Button variant="outline" size="large" className="flex-1" onClick={onClose}>
          Keep it
        </Button>
        <Button variant="danger" size="large" className="flex-1" onClick={onDelete}>
          Yes, delete it
        </Button>
      </div>
    </Dialog>
  );
}
