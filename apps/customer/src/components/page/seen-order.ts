"use client";

import { useSession } from "@serverlesspresso/client/client-context";
import { keptKey } from "@serverlesspresso/client/kept-things";
import { store } from "@serverlesspresso/client/storage";
import type { Order } from "@serverlesspresso/contracts/order";
import { useEffect } from "react";

/** What this phone has last seen of an order: its number, which never changes; null while a drink is chosen. */
export interface SeenOrder {
  id: string;
  number: number | null;
}

/** Keeps what a page that is opened anew can show of an order before its scripts are there. */
export function useSeenOrder(order: Pick<Order, "id" | "number"> | undefined): void {
  const sub = useSession()?.sub;
  const id = order?.id;
  const number = order?.number ?? null;
  useEffect(() => {
    if (!sub || !id) return;
    store(localStorage, keptKey(sub, "seen"), JSON.stringify({ id, number } satisfies SeenOrder));
  }, [sub, id, number]);
}

/** The number that `showSeen` has told the page; empty without one. */
export function seenNumber(): string {
  return globalThis.document?.documentElement.dataset.seenNumber ?? "";
}

/** What was seen before gives way to what is known. */
export function useForgetSeen(): void {
  useEffect(() => {
    delete document.documentElement.dataset.seen;
  }, []);
}
