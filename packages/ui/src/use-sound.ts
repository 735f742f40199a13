"use client";

import { useEffect, useSyncExternalStore } from "react";
import { type Chime, playChime } from "./chime";

const tooLateMs = 2_000;
/** Well within the second in which browsers still count a tap. */
const afterPaintMs = 50;

let context: AudioContext | null = null;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Browsers let a page sound only after a tap or a key: this is called from one. */
async function unlock(): Promise<void> {
  if (!("AudioContext" in globalThis)) return;
  context ??= new AudioContext();
  context.onstatechange = tell;
  if (context.state !== "running") await context.resume();
  tell();
}

/** The tap is answered first: making a context is slower than all else that a tap does. */
function unlockAfterPaint(): void {
  setTimeout(() => void unlock(), afterPaintMs);
}

/** A phone that was locked has stopped the sound: it may start again by itself, or too late to be of use. */
function play(chime: Chime, volume?: number): void {
  const heard = context;
  if (heard?.state === "running") playChime(heard, chime, volume);
  if (heard === null || heard.state === "running" || heard.state === "closed") return;
  const askedAt = Date.now();
  const late = () => Date.now() - askedAt > tooLateMs;
  heard.resume().then(
    () => late() || playChime(heard, chime, volume),
    () => undefined,
  );
}

interface Sound {
  /** False until the first tap or key on the page: show "sound off". */
  on: boolean;
  /** To be called from a tap; any tap on the page does the same. */
  enable(): Promise<void>;
  /** Silent while off; `volume` from 0 to 1. */
  play(chime: Chime, volume?: number): void;
}

/** The page's sound: off until the first tap, then able to play chimes. */
export function useSound(): Sound {
  const on = useSyncExternalStore(
    subscribe,
    () => context?.state === "running",
    () => false,
  );
  useEffect(() => {
    if (on) return;
    const gestures = ["pointerup", "keydown"] as const;
    for (const gesture of gestures) window.addEventListener(gesture, unlockAfterPaint);
    return () => {
      for (const gesture of gestures) window.removeEventListener(gesture, unlockAfterPaint);
    };
  }, [on]);
  return { on, enable: unlock, play };
}
