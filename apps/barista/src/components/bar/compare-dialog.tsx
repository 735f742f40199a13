"use client";

import { Button } from "@serverlesspresso/ui/button";
import { ChoiceGroup } from "@serverlesspresso/ui/choice-group";
import { Dialog } from "@serverlesspresso/ui/dialog";
import { LeaveButton } from "@serverlesspresso/ui/leave-button";
import { useState } from "react";
import { type Difference, type Side, startOf } from "./difference";

interface CompareDialogProps {
  /** What both have changed, for example "the shop". */
  what: string;
  /** Who has changed it meanwhile, if that is known. */
  by: string | null;
  differences: readonly Difference[];
  busy: boolean;
  error: string | null;
  onSave(chosen: Readonly<Record<string, Side>>): void;
  onClose(): void;
  /** Escape, or a tap beside it: closes it, unless that would decide something. */
  onDismiss?(): void;
  /** What closing without saving is called. */
  closeWords?: string;
}

/** Two people have changed the same: each difference side by side, and nothing is kept that nobody chose. */
export function CompareDialog(props: CompareDialogProps) {
  const { what, by, differences, busy, error, onSave, onClose, closeWords = "Not now" } = props;
  const { onDismiss = onClose } = props;
  const [chosen, setChosen] = useState(() => startOf(differences));
  const left = differences.filter(({ id }) => chosen[id] === undefined).length;
  const theirs = by === null ? "theirs" : `${by}’s`;
  return (
    <Dialog
      open
      busy={busy}
      onOpenChange={(open) => !open && onDismiss()}
      title={`${by ?? "Somebody else"} has changed ${what} meanwhile`}
      description="Nothing of yours is saved yet. What shall it be?"
    >
      <div className="grid gap-5">
        {differences.map((each) => (
          <ChoiceGroup
            key={each.id}
            name={each.name}
            items={[
              { id: "mine", name: each.mine, note: "yours" },
              { id: "theirs", name: each.theirs, note: theirs },
            ]}
            value={chosen[each.id] ?? ""}
            onChange={(side) =>
              setChosen((before) => ({ ...before, [each.id]: side === "mine" ? "mine" : "theirs" }))
            }
          />
        ))}
      </div>
      <p role="alert" className="mt-4 font-medium text-late empty:hidden">
        {error}
      </p>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button size="large" disabled={left > 0} aria-disabled={busy} onClick={() => onSave(chosen)}>
          {busy ? "Saving…" : "Save this"}
        </Button>
        <LeaveButton busy={busy} onLeave={onClose}>
          {closeWords}
        </LeaveButton>
      </div>
    </Dialog>
  );
}
