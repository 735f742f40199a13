"use client";

import type { Member } from "@serverlesspresso/contracts/staff";
import { Button } from "@serverlesspresso/ui/button";
import { Dialog } from "@serverlesspresso/ui/dialog";
import { LeaveButton } from "@serverlesspresso/ui/leave-button";
import { removalWords } from "./staff-words";

interface RemoveDialogProps {
  member: Member;
  busy: boolean;
  /** Why it was not done. */
  error: string | null;
  onRemove(): void;
  onClose(): void;
}

/** Asks before somebody loses their place behind the bar. */
export function RemoveDialog({ member, busy, error, onRemove, onClose }: RemoveDialogProps) {
  return (
    <Dialog
      open
      busy={busy}
      onOpenChange={(open) => !open && onClose()}
      title={`Remove ${member.name}?`}
      description={removalWords(member)}
    >
      <p role="alert" className="mb-4 font-medium text-late empty:mb-0">
        {error}
      </p>
      <div className="flex flex-wrap gap-3">
        <LeaveButton busy={busy} onLeave={onClose}>
          Keep
        </LeaveButton>
        <Button variant="danger" size="large" aria-disabled={busy} onClick={onRemove}>
          {busy ? "Removing…" : "Remove"}
        </Button>
      </div>
    </Dialog>
  );
}
