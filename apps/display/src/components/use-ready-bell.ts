"use client";

import type { BoardOrder } from "@serverlesspresso/contracts/order";
import { useSound } from "@serverlesspresso/ui/use-sound";
import { useEffect, useRef } from "react";
import { readyOrders } from "./board-orders";

/** Rings when a drink becomes ready, on a screen whose browser allows sound; counts them in the tab's title. */
export function useReadyBell(orders: readonly BoardOrder[] | undefined): void {
  const { play } = useSound();
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!orders) return;
    const ready = readyOrders(orders);
    document.title = `${ready.length} ready · Serverlesspresso`;
    if (known.current && ready.some(({ id }) => !known.current?.has(id))) play("ready");
    known.current = new Set(ready.map(({ id }) => id));
  }, [orders, play]);
}
