"use client";

import { useEffect, useState } from "react";
import { useClient } from "./client-context";

/** The server's time in epoch milliseconds, ticking once a second: for ages and countdowns. */
export function useServerNow(): number {
  const { clock } = useClient();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const tick = () => setNow(clock.now());
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
