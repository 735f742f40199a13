"use client";

import { CompareDialog } from "../bar/compare-dialog";
import { compareMenus, mergeMenus } from "./compare-menus";
import type { DraftEditing } from "./use-draft-editing";

/** A colleague has changed the draft meanwhile: theirs beside mine, drink by drink. */
export function MenuConflict({ editing: { conflict, settle } }: { editing: DraftEditing }) {
  if (conflict === null) return null;
  const { by, base, mine, theirs } = conflict;
  const versions = { base: base.drinks, mine, theirs: theirs.drinks };
  return (
    <CompareDialog
      key={theirs.version}
      what="the draft"
      by={by}
      differences={compareMenus(versions)}
      busy={false}
      error={null}
      onSave={(chosen) => settle(mergeMenus(versions, chosen))}
      onClose={() => settle(theirs.drinks)}
      // Mine would be lost: only its button says so.
      onDismiss={() => undefined}
      closeWords={by === null ? "Take theirs" : `Take ${by}’s`}
    />
  );
}
