"use client";

import { useEffect, useSyncExternalStore } from "react";
import { type Chime, playChime } from "./chime";
import { onceIdle } from "./once-idle";

const tooLateMs = 2_000;
/** What a tap draws is there by then, and browsers still count the tap: they do for a second. */
const afterTapMs = 300;

let context: AudioContext | null = null;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function contextOf(): AudioContext | null {
  if (context || !("AudioContext" in globalThis)) return context;
  context = new AudioContext();
  context.onstatechange = tell;
  return context;
}

/** Browsers let a page sound only after a tap or a key: this is called from one. */
async function unlock(): Promise<void> {
  const locked = contextOf();
  if (locked && locked.state !== "running") await locked.resume();
  tell();
}

/** The tap is answered first: making a context may be slower than all else that a tap does. */
function unlockAfterTap(): void {
  setTimeout(() => void unlock(), afterTapMs);
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

/**
 * The page's sound: off until the first tap, then able to play chimes.
 * @param early a page that stands open for hours makes its context while it is idle: the first tap is then not
 * slower than any other, and where the browser asks for none, it sounds from then on
 */
export function useSound({ early = false } = {}): Sound {
  const on = useSyncExternalStore(
    subscribe,
    () => context?.state === "running",
    () => false,
  );
  useEffect(() => (early ? onceIdle(contextOf) : undefined), [early]);
  useEffect(() => {
    if (on) return;
    const gestures = ["pointerup", "keydown"] as const;
    for (const gesture of gestures) window.addEventListener(gesture, unlockAfterTap);
    return () => {
      for (const gesture of gestures) window.removeEventListener(gesture, unlockAfterTap);
    };
  }, [on]);
  return { on, enable: unlock, play };
}
