"use client";

import { useEffect } from "react";

let number: number | null = null;

/** The number of the order that was on the screen last; null without one. */
export function lastNumber(): number | null {
  return number;
}

/** Keeps the number for a page that could no longer read it. */
export function useLastNumber(shown: number | null): void {
  useEffect(() => {
    number = shown;
  }, [shown]);
}
