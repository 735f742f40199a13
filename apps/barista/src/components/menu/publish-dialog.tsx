"use client";

import { usePublishDraft } from "@serverlesspresso/client/use-menu-draft";
import { AppError } from "@serverlesspresso/contracts/error";
import type { MenuDraft } from "@serverlesspresso/contracts/menu-draft";
import { Button } from "@serverlesspresso/ui/button";
import { Dialog } from "@serverlesspresso/ui/dialog";
import { LeaveButton } from "@serverlesspresso/ui/leave-button";
import type { MenuChange } from "./menu-changes";

interface PublishDialogProps {
  draft: MenuDraft;
  changes: readonly MenuChange[];
  onClose(): void;
}

/** What customers will see otherwise, before they do. */
export function PublishDialog({ draft, changes, onClose }: PublishDialogProps) {
  const publish = usePublishDraft();
  // What it comes to is known soon, and waited for.
  const isFirstTry = publish.isPending && publish.failureCount === 0;
  return (
    <Dialog
      open
      busy={isFirstTry}
      onOpenChange={(open) => !open && onClose()}
      title="Publish this menu?"
      description="Every phone has it within a second. What is sold out stays so."
    >
      <ul className="divide-y divide-hairline border-hairline border-y">
        {changes.map(({ id, name, what }) => (
          <li key={id} className="flex items-baseline justify-between gap-4 py-2">
            <span className="wrap-anywhere font-semibold">{name}</span>
            <span className="text-right text-soft">{what}</span>
          </li>
        ))}
      </ul>
      <p role="alert" className="mt-4 font-medium text-late empty:hidden">
        {publish.error && refusedWords(publish.error)}
      </p>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button
          size="large"
          aria-disabled={publish.isPending}
          onClick={() => !publish.isPending && publish.mutate(draft, { onSuccess: onClose })}
        >
          {publish.isPending ? "Publishing…" : "Publish"}
        </Button>
        <LeaveButton busy={isFirstTry} onLeave={onClose} />
      </div>
    </Dialog>
  );
}

function refusedWords(error: Error): string {
  if (!(error instanceof AppError)) return "Not published: the shop does not answer. Try again in a moment.";
  if (error.code === "edit_stale") return `${error.message} Look at it before you publish.`;
  if (error.code === "forbidden") return "Not published: you are not a manager of this shop any more.";
  return "Not published. Try again in a moment.";
}
