"use client";

import { useServerNow } from "@serverlesspresso/client/use-server-now";
import { type Shop, settingsOf } from "@serverlesspresso/contracts/shop";
import { Button } from "@serverlesspresso/ui/button";
import { Dialog } from "@serverlesspresso/ui/dialog";
import { LeaveButton } from "@serverlesspresso/ui/leave-button";
import { useState } from "react";
import { ConflictDialog } from "./conflict-dialog";
import { type End, instantOf } from "./end";
import { EndChoice } from "./end-choice";
import { whenWords } from "./shop-time";
import { useShopEdit } from "./use-shop-edit";

const lengths = [10, 15, 30, 60] as const;

interface LastOrdersDialogProps {
  shop: Shop;
  onClose(): void;
}

/** Announces last orders: everybody is told when, and the shop closes by itself then. */
export function LastOrdersDialog({ shop, onClose }: LastOrdersDialogProps) {
  const editing = useShopEdit();
  const now = useServerNow();
  const [base] = useState(shop);
  const [end, setEnd] = useState<End>({ kind: "minutes", minutes: 15 });
  const [tried, setTried] = useState(false);
  const lastOrdersAt = instantOf(end, now, shop.timeZone);

  function announce(): void {
    setTried(true);
    if (lastOrdersAt === undefined) return;
    editing.save({ base, wanted: { ...settingsOf(base), lastOrdersAt } }, onClose);
  }

  if (editing.conflict) return <ConflictDialog editing={editing} />;
  return (
    <Dialog
      open
      busy={editing.isFirstTry}
      onOpenChange={(open) => !open && onClose()}
      title="Last orders?"
      description="Everybody is told when. The shop closes by itself then."
    >
      <EndChoice
        name="In how long"
        minutes={lengths}
        open={base.lastOrdersAt === null ? undefined : "None after all"}
        end={end}
        error={tried && lastOrdersAt === undefined ? "Type a time, for example 17:30." : null}
        onChange={setEnd}
      />
      <p className="mt-4 text-note text-soft">
        {lastOrdersAt &&
          `The last order is taken ${whenWords(lastOrdersAt, { ...shop, serverTime: new Date(now).toISOString() })}.`}
        {lastOrdersAt === null && "It stays open."}
      </p>
      <p role="alert" className="mt-2 font-medium text-late empty:hidden">
        {editing.error}
      </p>
      <div className="mt-5 flex flex-wrap gap-3">
        <Button size="large" aria-disabled={editing.busy} onClick={announce}>
          {editing.busy ? "Announcing…" : "Announce"}
        </Button>
        <LeaveButton busy={editing.isFirstTry} onLeave={onClose} />
      </div>
    </Dialog>
  );
}
