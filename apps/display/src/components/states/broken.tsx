"use client";

import { useEffect } from "react";
import { reloadIfReachable } from "../screen/reload";
import { Stage } from "./stage";

interface BrokenProps {
  /** Shows the board again as if nothing had happened. */
  onRetry(): void;
}

const retryAfterMs = 2_000;
const reloadEveryMs = 5_000;
/** A board that breaks again so soon does not heal: its page is loaded anew. */
const soonMs = 30_000;
let retriedAt = Number.NEGATIVE_INFINITY;

/** The board broke. It tries itself again, then loads the page anew, as often as it takes. */
export function Broken({ onRetry }: BrokenProps) {
  useEffect(() => {
    if (Date.now() - retriedAt > soonMs) {
      const retry = setTimeout(() => {
        retriedAt = Date.now();
        onRetry();
      }, retryAfterMs);
      return () => clearTimeout(retry);
    }
    const again = setInterval(reloadIfReachable, reloadEveryMs);
    return () => clearInterval(again);
  }, [onRetry]);
  return (
    <Stage picture="spilt cup" title="One moment" role="alert">
      <p>The board is being wiped. Until it is back, numbers are called at the counter.</p>
    </Stage>
  );
}
