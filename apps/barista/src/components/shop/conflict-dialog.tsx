"use client";

import { settingsOf } from "@serverlesspresso/contracts/shop";
import { CompareDialog } from "../bar/compare-dialog";
import { compareShop, mergeShop } from "./compare-shop";
import type { ShopEditing } from "./use-shop-edit";

/** Somebody else has set the shop meanwhile: theirs beside mine. */
export function ConflictDialog({ editing }: { editing: ShopEditing }) {
  const { conflict, busy, error, settle, leave } = editing;
  if (conflict === null) return null;
  const theirs = settingsOf(conflict.theirs);
  const versions = { base: settingsOf(conflict.base), mine: conflict.wanted, theirs };
  return (
    <CompareDialog
      key={conflict.theirs.version}
      what="the shop"
      by={conflict.by}
      differences={compareShop(versions, conflict.theirs)}
      busy={busy}
      error={error}
      onSave={(chosen) => settle(mergeShop(versions, chosen))}
      onClose={leave}
    />
  );
}
