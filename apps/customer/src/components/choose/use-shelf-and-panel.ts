"use client";

import { type RefObject, useEffect, useRef } from "react";
import { slideTo } from "./slide-to";

interface ShelfAndPanel {
  shelf: RefObject<HTMLDivElement | null>;
  panel: RefObject<HTMLDivElement | null>;
  /** To the drink that is being taken, as soon as it stands there. */
  toPanel(): void;
  toShelf(): void;
}

/**
 * Leads from the shelves to the drink that was taken and back: on a narrow screen it stands below them.
 * @param drawnId the drink that stands in the panel
 */
export function useShelfAndPanel(drawnId: string | null): ShelfAndPanel {
  const shelf = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const isAwaited = useRef(false);

  function slideToPanel(): void {
    isAwaited.current = false;
    if (window.matchMedia("(min-width: 64rem)").matches) return;
    slideTo(panel.current);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: another drink has come
  useEffect(() => {
    if (isAwaited.current) slideToPanel();
  }, [drawnId]);

  return {
    shelf,
    panel,
    toPanel() {
      isAwaited.current = true;
      // The one that stands there already is not drawn anew.
      requestAnimationFrame(() => requestAnimationFrame(() => isAwaited.current && slideToPanel()));
    },
    toShelf() {
      slideTo(shelf.current);
      shelf.current?.querySelector<HTMLElement>("input:checked")?.focus({ preventScroll: true });
    },
  };
}
