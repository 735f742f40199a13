"use client";

import type { BoardOrder } from "@serverlesspresso/contracts/order";
import { useSound } from "@serverlesspresso/ui/use-sound";
import { useTabTitle } from "@serverlesspresso/ui/use-tab-title";
import { useEffect, useRef } from "react";
import { readyOrders } from "./board-orders";

/** Rings when a drink becomes ready, on a screen whose browser allows sound; counts them in the tab's title. */
export function useReadyBell(orders: readonly BoardOrder[] | undefined): void {
  const { play } = useSound({ early: true });
  useTabTitle(orders ? `${readyOrders(orders).length} ready · Serverlesspresso` : null);
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!orders) return;
    const ready = readyOrders(orders);
    if (known.current && ready.some(({ id }) => !known.current?.has(id))) play("ready");
    known.current = new Set(ready.map(({ id }) => id));
  }, [orders, play]);
}
