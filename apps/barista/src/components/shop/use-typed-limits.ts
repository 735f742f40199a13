"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { keptKey } from "@serverlesspresso/client/kept-things";
import { readStored, store, unstore } from "@serverlesspresso/client/storage";
import { type Shop, type ShopSettings, settingsOf } from "@serverlesspresso/contracts/shop";
import { useState } from "react";
import type { LimitName } from "./limit-fields";
import { TypedLimits } from "./typed-limits";

interface LimitTyping {
  /** The shop that it was typed over: as it is now where nothing is. */
  base: ShopSettings & Pick<Shop, "version">;
  typed: Readonly<Record<string, number | null>>;
  type(name: LimitName, value: number | null): void;
  clear(): void;
  /** This of what was typed is saved; what was typed since is over the shop as it is now. */
  settle(saved: TypedLimits["typed"], shop: Shop): void;
}

/** What is typed of the limits and not saved: kept on this device, over reloads and lost connections. */
export function useTypedLimits(sub: string, shop: Shop): LimitTyping {
  const key = keptKey(sub, "shop-limits", useApi().eventId);
  const [kept, setKept] = useState(() => readStored(localStorage, key, TypedLimits));

  function keep(next: TypedLimits | null): void {
    setKept(next);
    if (next === null) unstore(localStorage, key);
    else store(localStorage, key, JSON.stringify(next));
  }

  function settle(saved: TypedLimits["typed"], shop: Shop): void {
    // Not what was kept when it was sent: more may have been typed since.
    const now = readStored(localStorage, key, TypedLimits);
    const rest = Object.entries(now?.typed ?? {}).filter(([name, value]) => saved[name] !== value);
    const base = { version: shop.version, settings: settingsOf(shop) };
    keep(rest.length > 0 ? { base, typed: Object.fromEntries(rest) } : null);
  }

  return {
    base: kept === null ? shop : { ...kept.base.settings, version: kept.base.version },
    typed: kept?.typed ?? {},
    type: (name, value) => {
      // A saving that this page did not wait for may have settled it.
      const now = readStored(localStorage, key, TypedLimits);
      const base = now?.base ?? { version: shop.version, settings: settingsOf(shop) };
      keep({ base, typed: { ...now?.typed, [name]: value } });
    },
    clear: () => keep(null),
    settle,
  };
}
