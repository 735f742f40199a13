"use client";

import { type LiveState, useQueueLive } from "@serverlesspresso/client/use-live";
import { useWakeLock } from "@serverlesspresso/ui/use-wake-lock";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { BarSounds } from "./bar-sounds";
import { useViewer } from "./use-viewer";

const LiveContext = createContext<LiveState | null>(null);

/** One live feed around all pages of the bar, heard on each of them; for whoever works here. */
export function BarLive({ children }: { children: ReactNode }) {
  const viewer = useViewer();
  return viewer?.barista ? <Listening>{children}</Listening> : children;
}

function Listening({ children }: { children: ReactNode }) {
  const { live, lastSeenAt, stale } = useQueueLive();
  // On a tablet that sleeps no order is heard.
  useWakeLock();
  // Asked each second, told when it changes.
  const state = useMemo(() => ({ live, lastSeenAt, stale }), [live, lastSeenAt, stale]);
  return (
    <LiveContext value={state}>
      <BarSounds stale={stale} />
      {children}
    </LiveContext>
  );
}

/** How far what a page of the bar shows can be vouched for. */
export function useBarLive(): LiveState {
  const state = useContext(LiveContext);
  if (!state) throw new Error("BarLive is missing above this component");
  return state;
}
