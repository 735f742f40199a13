"use client";

import type { Drink } from "@serverlesspresso/contracts/menu";
import type { MenuDraft } from "@serverlesspresso/contracts/menu-draft";
import { Button } from "@serverlesspresso/ui/button";
import dynamic from "next/dynamic";
import { useState } from "react";
import { changesOf, type MenuChange } from "./menu-changes";
import type { DraftEditing, Keeping } from "./use-draft-editing";

const ThrowAwayDialog = dynamic(() => import("./throw-away-dialog").then((file) => file.ThrowAwayDialog), {
  loading: () => null,
});
const PublishDialog = dynamic(() => import("./publish-dialog").then((file) => file.PublishDialog), {
  loading: () => null,
});

interface DraftBarProps {
  editing: DraftEditing;
  published: readonly Drink[];
}

/** Whether the draft is kept, what would change, and the ways out of it. */
export function DraftBar({ editing, published }: DraftBarProps) {
  const { draft, drinks, keeping, change } = editing;
  const [throwingAway, setThrowingAway] = useState(false);
  // As it is read there: what a colleague changes meanwhile is not published unread.
  const [read, setRead] = useState<{ draft: MenuDraft; changes: readonly MenuChange[] } | null>(null);
  const changes = changesOf(published, drinks);
  const nothing = changes.length === 0;
  const told = nothing ? "The menu as customers have it" : keepingWords(keeping, draft.changedBy);
  return (
    <div className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
      <p
        role="status"
        className={keeping === "unreached" || keeping === "refused" ? "text-late" : "text-soft"}
      >
        {told}
      </p>
      <Button variant="outline" disabled={nothing} onClick={() => setThrowingAway(true)}>
        Throw away
      </Button>
      <Button disabled={nothing || keeping !== "kept"} onClick={() => setRead({ draft, changes })}>
        {publishWords(changes.length)}
      </Button>
      {read && <PublishDialog {...read} onClose={() => setRead(null)} />}
      {throwingAway && (
        <ThrowAwayDialog
          changes={changes.length}
          onThrowAway={() => {
            change([...published]);
            setThrowingAway(false);
          }}
          onClose={() => setThrowingAway(false)}
        />
      )}
    </div>
  );
}

function publishWords(changes: number): string {
  if (changes === 0) return "Publish";
  return changes === 1 ? "Publish 1 change" : `Publish ${changes} changes`;
}

function keepingWords(keeping: Keeping, changedBy: string | null): string {
  const words: Record<Keeping, string> = {
    kept: changedBy === null ? "Draft kept" : `Draft kept, last by ${changedBy}`,
    keeping: "Keeping the draft…",
    incomplete: "Not kept yet: something is missing",
    unreached: "The shop does not answer: kept on this device",
    refused: "Not kept: the shop refuses it",
  };
  return words[keeping];
}
