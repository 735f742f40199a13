"use client";

import { type RefObject, useEffect } from "react";

/** Whether a page was shown since this document was loaded: the browser itself reads out the first one. */
let anyShown = false;

/**
 * Moves the focus to the heading of a page that took another's place, so that it is read out and the tab key
 * goes on from there; not if a box of the page has taken it.
 */
export function usePageFocus(main: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const isFirst = !anyShown;
    anyShown = true;
    const isElsewhere = document.activeElement !== null && document.activeElement !== document.body;
    const heading = main.current?.querySelector("h1");
    if (isFirst || isElsewhere || !heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [main]);
}
