"use client";

import { type Shop, settingsOf } from "@serverlesspresso/contracts/shop";
import { Button } from "@serverlesspresso/ui/button";
import { Dialog } from "@serverlesspresso/ui/dialog";
import { LeaveButton } from "@serverlesspresso/ui/leave-button";
import { TextField } from "@serverlesspresso/ui/text-field";
import { useState } from "react";
import { ConflictDialog } from "./conflict-dialog";
import { useShopEdit } from "./use-shop-edit";

const mostLetters = 120;

interface CloseDialogProps {
  shop: Shop;
  onClose(): void;
}

/** Closes the shop until a manager opens it, with a word to those who come. */
export function CloseDialog({ shop, onClose }: CloseDialogProps) {
  const editing = useShopEdit();
  const [base] = useState(shop);
  const [message, setMessage] = useState("");

  function close(): void {
    const settings = { ...settingsOf(base), reopensAt: null, lastOrdersAt: null };
    const wanted = { ...settings, status: "closed", message: message.trim() || null } as const;
    editing.save({ base, wanted }, onClose);
  }

  if (editing.conflict) return <ConflictDialog editing={editing} />;
  return (
    <Dialog
      open
      busy={editing.isFirstTry}
      onOpenChange={(open) => !open && onClose()}
      title="Close the shop?"
      description="Nobody new can order. Open orders are finished."
    >
      <TextField
        label="What customers read"
        hint="For example: Back tomorrow at eight."
        maxLength={mostLetters}
        value={message}
        onChange={({ target }) => setMessage(target.value)}
      />
      <p role="alert" className="font-medium text-late empty:hidden">
        {editing.error}
      </p>
      <div className="mt-5 flex flex-wrap gap-3">
        <Button size="large" aria-disabled={editing.busy} onClick={close}>
          {editing.busy ? "Closing…" : "Close"}
        </Button>
        <LeaveButton busy={editing.isFirstTry} onLeave={onClose} />
      </div>
    </Dialog>
  );
}
