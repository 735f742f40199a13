"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { useEffect, useState } from "react";

/** Nothing on a screen waits longer for what it can do without. */
const longestWaitMs = 1_500;

/**
 * What a screen is laid out by, as it was when it was first known; undefined until then, and null when it
 * could not be had, or not in time. It never changes again: what came later would move what is shown.
 */
export function useSettled<T>(query: Pick<UseQueryResult<T>, "data" | "failureCount">): T | null | undefined {
  const [settled, setSettled] = useState<T | null>();
  const [late, setLate] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setLate(true), longestWaitMs);
    return () => clearTimeout(timer);
  }, []);

  if (settled !== undefined) return settled;
  const known = query.data ?? (late || query.failureCount > 0 ? null : undefined);
  if (known !== undefined) setSettled(() => known);
  return known;
}
