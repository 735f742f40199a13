"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { shopQuery } from "@serverlesspresso/client/queries";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";

const askEveryMs = 5_000;
/** What answers at once has answered all along: it is not tried over and over. */
const leastMs = 3_000;

/** Calls back once the bar answers again: it is asked every few seconds. Never, with null. */
export function useAnswering(back: (() => void) | null): void {
  const { dataUpdatedAt } = useQuery({
    ...shopQuery(useApi()),
    refetchInterval: back !== null && askEveryMs,
  });
  const [shownAt] = useState(Date.now);
  const isNews = dataUpdatedAt > shownAt + leastMs;
  const latest = useEffectEvent(() => back?.());
  useEffect(() => {
    if (isNews) latest();
  }, [isNews]);
}
