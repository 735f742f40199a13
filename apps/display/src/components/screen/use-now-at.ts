"use client";

import { useClient } from "@serverlesspresso/client/client-context";
import { useServerNow } from "@serverlesspresso/client/use-server-now";
import { useEffect, useState } from "react";

const tickMs = 1000;

/**
 * The server's time in epoch ms, once a second and, to the millisecond, at each of these instants (ISO): what
 * ends then is not shown until the next tick.
 */
export function useNowAt(instants: readonly (string | null | undefined)[]): number {
  const { clock } = useClient();
  const ticked = useServerNow();
  const [turned, setTurned] = useState(0);
  const turns = instants
    .map((at) => Date.parse(at ?? ""))
    .filter((at) => at > ticked && at <= ticked + tickMs);
  const turn = Math.min(...turns);
  useEffect(() => {
    if (!Number.isFinite(turn)) return;
    const timer = setTimeout(() => setTurned(turn), turn - clock.now());
    return () => clearTimeout(timer);
  }, [turn, clock]);
  // A clock that has been set back is believed.
  return turned > ticked && turned <= ticked + tickMs ? turned : ticked;
}
