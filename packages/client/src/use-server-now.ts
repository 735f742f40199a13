"use client";

import { useSyncExternalStore } from "react";
import { useClient } from "./client-context";

/** One clock for all that ticks on a page: sixty ages are drawn in one go. */
const listeners = new Set<() => void>();
let tickedAt = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  tickedAt = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    tickedAt = Date.now();
    timer = setInterval(tick, 1000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

/** The server's time in epoch milliseconds, ticking once a second: for ages and countdowns. */
export function useServerNow(): number {
  const { clock } = useClient();
  const local = useSyncExternalStore(
    subscribe,
    () => tickedAt,
    () => tickedAt,
  );
  return clock.at(local);
}
