"use client";

import type { Shop } from "@serverlesspresso/contracts/shop";
import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { useShopPath } from "../bar/use-shop-path";
import type { Viewer } from "../bar/viewer";

interface Pause {
  isAsked: boolean;
  ask(): void;
  close(): void;
}

/** Pausing from the queue: a manager is asked why and until when, or led to the shop that takes no orders already. */
export function usePause(shop: Shop, viewer: Viewer, onTell: (text: string) => void): Pause {
  const [isAsked, setAsked] = useState(false);
  const router = useRouter();
  const shopPage = useShopPath("/shop");
  const close = useCallback(() => setAsked(false), []);
  function ask(): void {
    if (!viewer.manager) onTell("Pausing is for managers. Ask one of them.");
    else if (shop.status === "open") setAsked(true);
    else router.push(shopPage);
  }
  return { isAsked, ask, close };
}
