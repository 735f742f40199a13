"use client";

import { useServerNow } from "@serverlesspresso/client/use-server-now";
import { type Shop, settingsOf } from "@serverlesspresso/contracts/shop";
import { Button } from "@serverlesspresso/ui/button";
import { ChipGroup } from "@serverlesspresso/ui/chip-group";
import { Dialog } from "@serverlesspresso/ui/dialog";
import { LeaveButton } from "@serverlesspresso/ui/leave-button";
import { TextField } from "@serverlesspresso/ui/text-field";
import { useState } from "react";
import { ConflictDialog } from "./conflict-dialog";
import { type End, instantOf } from "./end";
import { EndChoice } from "./end-choice";
import { whenWords } from "./shop-time";
import { useShopEdit } from "./use-shop-edit";

/** What customers and the screen tell; the first is meant when nobody says otherwise. */
const reasons = [
  { id: "busy", name: "We are catching up" },
  { id: "machine", name: "The machine is being cleaned" },
  { id: "milk", name: "The milk is on its way" },
  { id: "own", name: "Something else" },
] as const;

const lengths = [5, 10, 15, 30] as const;
const mostLetters = 120;

interface PauseDialogProps {
  shop: Shop;
  onClose(): void;
}

/**
 * Pauses the shop for managers: why, and until when. Both are there already, so that a pause of ten minutes is
 * one tap here. Give it the shop of `shopQuery`, and show it only while it is open.
 */
export function PauseDialog({ shop, onClose }: PauseDialogProps) {
  const editing = useShopEdit();
  const now = useServerNow();
  // What is decided is decided on the shop that was there when the question came up.
  const [base] = useState(shop);
  const [reason, setReason] = useState<(typeof reasons)[number]["id"]>("busy");
  const [own, setOwn] = useState("");
  const [end, setEnd] = useState<End>({ kind: "minutes", minutes: 10 });
  const [tried, setTried] = useState(false);
  const reopensAt = instantOf(end, now, shop.timeZone);
  const message = reason === "own" ? own.trim() : reasons.find(({ id }) => id === reason)?.name;

  function pause(): void {
    setTried(true);
    if (reopensAt === undefined || !message) return;
    const wanted = { ...settingsOf(base), status: "paused", message, reopensAt, lastOrdersAt: null } as const;
    editing.save({ base, wanted }, onClose);
  }

  if (editing.conflict) return <ConflictDialog editing={editing} />;
  return (
    <Dialog
      open
      busy={editing.isFirstTry}
      onOpenChange={(open) => !open && onClose()}
      title="Pause the shop?"
      description="Nobody new can order. Open orders are finished."
    >
      <div className="grid gap-5">
        <ChipGroup name="Why" items={reasons} value={reason} onChange={(id) => setReason(id)} />
        {reason === "own" && (
          <TextField
            label="What customers read"
            maxLength={mostLetters}
            value={own}
            error={tried && !message ? "Say in a few words why." : null}
            onChange={({ target }) => setOwn(target.value)}
          />
        )}
        <EndChoice
          name="For how long"
          minutes={lengths}
          open="Until I open it"
          end={end}
          error={tried && reopensAt === undefined ? "Type a time, for example 14:30." : null}
          onChange={setEnd}
        />
        <p className="text-note text-soft">
          {reopensAt &&
            `It opens by itself ${whenWords(reopensAt, { ...shop, serverTime: new Date(now).toISOString() })}.`}
          {reopensAt === null && "A manager opens it again."}
          {base.lastOrdersAt && " Last orders have to be announced again then."}
        </p>
      </div>
      <p role="alert" className="mt-2 font-medium text-late empty:hidden">
        {editing.error}
      </p>
      <div className="mt-5 flex flex-wrap gap-3">
        <Button size="large" aria-disabled={editing.busy} onClick={pause}>
          {editing.busy ? "Pausing…" : "Pause"}
        </Button>
        <LeaveButton busy={editing.isFirstTry} onLeave={onClose} />
      </div>
    </Dialog>
  );
}
