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

  return {
    base: kept === null ? shop : { ...kept.base.settings, version: kept.base.version },
    typed: kept?.typed ?? {},
    type: (name, value) => {
      const base = kept?.base ?? { version: shop.version, settings: settingsOf(shop) };
      keep({ base, typed: { ...kept?.typed, [name]: value } });
    },
    clear: () => keep(null),
  };
}
