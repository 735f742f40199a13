"use client";

import type { ShopEdit } from "@serverlesspresso/client/change-shop";
import { useChangeShop } from "@serverlesspresso/client/use-change-shop";
import { AppError } from "@serverlesspresso/contracts/error";
import type { Shop, ShopSettings } from "@serverlesspresso/contracts/shop";
import { useState } from "react";

/** What I want, on what, and what somebody else has made of that meanwhile. */
export interface ShopConflict extends ShopEdit {
  by: string | null;
  theirs: Shop;
}

export interface ShopEditing {
  /** Saves settings that were decided on `base`; `onSaved` once everybody has them, also if the page was left. */
  save(edit: ShopEdit, onSaved: (shop: Shop) => void): void;
  busy: boolean;
  /** It has not failed yet: what it comes to is known soon, and waited for. */
  isFirstTry: boolean;
  /** Why it was not saved. */
  error: string | null;
  conflict: ShopConflict | null;
  /** Saves what was chosen of a conflict over what the other has set. */
  settle(wanted: ShopSettings): void;
  /** Lets go of a conflict: what was typed stays where it was typed. */
  leave(): void;
}

/** Saves the shop, and finds out whom it would have overwritten. */
export function useShopEdit(): ShopEditing {
  const change = useChangeShop();
  const [conflict, setConflict] = useState<(ShopConflict & { onSaved: (shop: Shop) => void }) | null>(null);

  function save(edit: ShopEdit, onSaved: (shop: Shop) => void): void {
    if (change.isPending) return;
    change.mutateAsync(edit).then(
      (shop) => {
        setConflict(null);
        onSaved(shop);
      },
      (error: unknown) => {
        const theirs = error instanceof AppError ? error.theirs : undefined;
        if (theirs?.shop) setConflict({ ...edit, by: theirs.by, theirs: theirs.shop, onSaved });
      },
    );
  }

  return {
    save,
    busy: change.isPending,
    isFirstTry: change.isPending && change.failureCount === 0,
    error: change.error && notSavedWords(change.error),
    conflict,
    settle: (wanted) => conflict && save({ base: conflict.theirs, wanted }, conflict.onSaved),
    leave: () => {
      setConflict(null);
      change.reset();
    },
  };
}

/** Why the shop is not set; null for a conflict, which is shown by itself. */
function notSavedWords(error: Error): string | null {
  if (!(error instanceof AppError)) {
    return "Not saved: the shop does not answer. What you set stays here; try again in a moment.";
  }
  if (error.theirs?.shop) return null;
  if (error.code === "forbidden") return "Not saved: you are not a manager of this shop any more.";
  if (error.code === "invalid_request") return `Not saved: ${error.message}.`;
  return "Not saved. Try again in a moment.";
}
