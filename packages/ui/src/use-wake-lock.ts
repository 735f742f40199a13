"use client";

import { useEffect } from "react";

const lookEveryMs = 10_000;

/** Keeps the screen awake. The browser lets go of it whenever the page was hidden, and at times by itself. */
export function useWakeLock(): void {
  useEffect(() => {
    // Over plain HTTP on a network there is none: there the device's own sleep is to be switched off.
    if (!("wakeLock" in navigator)) return;
    let held: WakeLockSentinel | null = null;
    let left = false;
    const take = async () => {
      if (document.visibilityState !== "visible" || (held && !held.released)) return;
      held = await navigator.wakeLock.request("screen").catch(() => null);
      if (left) void held?.release();
    };
    void take();
    const look = setInterval(take, lookEveryMs);
    document.addEventListener("visibilitychange", take);
    return () => {
      left = true;
      clearInterval(look);
      document.removeEventListener("visibilitychange", take);
      void held?.release();
    };
  }, []);
}
