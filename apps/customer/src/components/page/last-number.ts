"use client";

import { useEffect } from "react";

let number: number | null = null;

/** The number of the order that was on the screen last; null without one, or if nobody drinks it any more. */
export function lastNumber(): number | null {
  return number;
}

/** Keeps the number for a page that could no longer read it; undefined leaves the one that is known. */
export function useLastNumber(shown: number | null | undefined): void {
  useEffect(() => {
    if (shown !== undefined) number = shown;
  }, [shown]);
}
