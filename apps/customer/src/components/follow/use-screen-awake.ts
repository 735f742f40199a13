"use client";

import { useEffect, useState } from "react";

/** Keeps the screen on when asked, while `needed`, where the browser can: in a secure context only. */
export function useScreenAwake(needed: boolean) {
  const possible = typeof navigator !== "undefined" && "wakeLock" in navigator;
  const [awake, setAwake] = useState(false);

  useEffect(() => {
    if (!awake || !needed) return;
    let lock: WakeLockSentinel | null = null;
    let left = false;
    const hold = async () => {
      if (document.visibilityState === "hidden" || (lock && !lock.released)) return;
      // Refused, for example, on a low battery: the button then says so by going back.
      const held = await navigator.wakeLock.request("screen").catch(() => setAwake(false));
      lock = held ?? null;
      if (left) return void lock?.release();
      // At times the browser lets go by itself.
      lock?.addEventListener("release", () => void (left || hold()), { once: true });
    };
    void hold();
    // A browser lets go of the screen whenever the page is hidden.
    document.addEventListener("visibilitychange", hold);
    return () => {
      left = true;
      document.removeEventListener("visibilitychange", hold);
      void lock?.release();
    };
  }, [awake, needed]);

  return { possible, awake, toggle: () => setAwake((before) => !before) };
}
