"use client";

import { useEffect } from "react";

/** Shows a page from its top when it appears, and again whenever `news` changes: the number is there. */
export function useScrollTop(news: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change itself is what matters
  useEffect(() => {
    // Newer browsers answer a promise, which React would take for the clean-up.
    void window.scrollTo(0, 0);
  }, [news]);
}
