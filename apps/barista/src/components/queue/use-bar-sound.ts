"use client";

import type { Chime } from "@serverlesspresso/ui/chime";
import { useSound } from "@serverlesspresso/ui/use-sound";
import { useSyncExternalStore } from "react";

let quiet = false;
const listeners = new Set<() => void>();

function setQuiet(next: boolean): void {
  quiet = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

interface BarSound {
  /** Chimes are heard: the browser allows them, and nobody asked for quiet. */
  on: boolean;
  setOn(on: boolean): void;
  play(chime: Chime): void;
}

/** The page's sound with a switch. */
export function useBarSound(): BarSound {
  const sound = useSound();
  const wantsQuiet = useSyncExternalStore(
    subscribe,
    () => quiet,
    () => false,
  );
  const on = sound.on && !wantsQuiet;
  return {
    on,
    setOn: (next) => {
      setQuiet(!next);
      if (next && !sound.on) void sound.enable();
    },
    play: (chime) => {
      if (on) sound.play(chime);
    },
  };
}
