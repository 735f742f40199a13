"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { shopQuery } from "@serverlesspresso/client/queries";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

const askEveryMs = 5_000;

/** Calls back once the bar answers again: it is asked every few seconds. Never, with null. */
export function useAnswering(back: (() => void) | null): void {
  const { dataUpdatedAt } = useQuery({
    ...shopQuery(useApi()),
    enabled: back !== null,
    refetchInterval: askEveryMs,
  });
  const before = useRef(dataUpdatedAt);
  const latest = useRef(back);
  useEffect(() => {
    latest.current = back;
  });
  useEffect(() => {
    if (dataUpdatedAt === before.current) return;
    before.current = dataUpdatedAt;
    latest.current?.();
  }, [dataUpdatedAt]);
}
