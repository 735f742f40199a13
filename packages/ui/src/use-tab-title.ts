"use client";

import { useEffect } from "react";

/**
 * The tab's title while something is shown; what stood there before comes back after it, unless the next page
 * has set its own meanwhile.
 */
export function useTabTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return;
    const before = document.title;
    document.title = title;
    return () => {
      if (document.title === title) document.title = before;
    };
  }, [title]);
}
