"use client";

import { type RefObject, useCallback, useRef } from "react";
import { slideTo } from "./slide-to";

interface ShelfAndPanel {
  shelf: RefObject<HTMLDivElement | null>;
  panel: RefObject<HTMLDivElement | null>;
  toPanel(): void;
  toShelf(): void;
}

/** Leads from the shelves to the drink that was taken and back: on a narrow screen it stands below them. */
export function useShelfAndPanel(): ShelfAndPanel {
  const shelf = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const toPanel = useCallback(() => {
    if (window.matchMedia("(min-width: 64rem)").matches) return;
    requestAnimationFrame(() => slideTo(panel.current));
  }, []);
  const toShelf = useCallback(() => {
    slideTo(shelf.current);
    shelf.current?.querySelector<HTMLElement>("input:checked")?.focus({ preventScroll: true });
  }, []);
  return { shelf, panel, toPanel, toShelf };
}
