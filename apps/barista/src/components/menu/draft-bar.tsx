"use client";

import type { Drink } from "@serverlesspresso/contracts/menu";
import { Button } from "@serverlesspresso/ui/button";
import dynamic from "next/dynamic";
import { useState } from "react";
import { changesOf } from "./menu-changes";
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
  const [asked, setAsked] = useState<"publish" | "throw away" | null>(null);
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
      <Button variant="outline" disabled={nothing} onClick={() => setAsked("throw away")}>
        Throw away
      </Button>
      <Button disabled={nothing || keeping !== "kept"} onClick={() => setAsked("publish")}>
        {publishWords(changes.length)}
      </Button>
      {asked === "publish" && (
        <PublishDialog draft={draft} changes={changes} onClose={() => setAsked(null)} />
      )}
      {asked === "throw away" && (
        <ThrowAwayDialog
          changes={changes.length}
          onThrowAway={() => {
            change([...published]);
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
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
