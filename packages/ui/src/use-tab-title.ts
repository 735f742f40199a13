"use client";

import { useEffect } from "react";

/** The tab's title while something is shown; what stood there before comes back after it. */
export function useTabTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return;
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
