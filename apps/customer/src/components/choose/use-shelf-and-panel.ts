"use client";

import { type RefObject, useCallback, useEffect, useRef } from "react";
import { slideTo } from "./slide-to";

interface ShelfAndPanel {
  shelf: RefObject<HTMLDivElement | null>;
  panel: RefObject<HTMLDivElement | null>;
  toShelf(): void;
}

/**
 * Leads from the shelves to the drink that was taken and back: on a narrow screen it stands below them.
 * @param taps how often one was taken whose panel is drawn by now
 */
export function useShelfAndPanel(taps: number): ShelfAndPanel {
  const shelf = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (taps === 0 || window.matchMedia("(min-width: 64rem)").matches) return;
    const frame = requestAnimationFrame(() => slideTo(panel.current));
    return () => cancelAnimationFrame(frame);
  }, [taps]);
  const toShelf = useCallback(() => {
    slideTo(shelf.current);
    shelf.current?.querySelector<HTMLElement>("input:checked")?.focus({ preventScroll: true });
  }, []);
  return { shelf, panel, toShelf };
}
