"use client";

import { useEffect } from "react";
import { reloadIfNewer, reloadIfReachable } from "./reload";

const lookEveryMs = 300_000;
/** What has gone wrong in a page by then, if anything has, does not last for a second day. */
const oldAfterMs = 12 * 3_600_000;

/** Loads the page anew while the shop is closed and nobody waits: a newer version, or a page of a whole day. */
export function useReloadWhenClosed(resting: boolean): void {
  useEffect(() => {
    if (!resting) return;
    // The age of the page, not of the board in it: that one comes anew after each loss of the network.
    const look = () => void (performance.now() > oldAfterMs ? reloadIfReachable() : reloadIfNewer());
    look();
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [resting]);
}
