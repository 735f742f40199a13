"use client";

import { useEffect } from "react";

/** Moves the focus to a page's heading when it takes the place of another, whose button is gone: it is read out. */
export function useHeadingFocus(): void {
  useEffect(() => {
    const heading = document.querySelector("h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }, []);
}
