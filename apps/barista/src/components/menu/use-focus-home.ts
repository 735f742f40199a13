"use client";

import { type FocusEvent, useLayoutEffect, useRef } from "react";

const homeLook = "[data-focus-home]";

/** For a part of a page that keeps the focus when what had it is taken away. */
export const focusHome = { "data-focus-home": "", tabIndex: -1 } as const;

interface FocusHandlers {
  onFocusCapture(event: FocusEvent): void;
  onPointerDownCapture(): void;
}

/**
 * Keeps the focus of whoever works by key: what had it may go with its row, and then the nearest `focusHome` around
 * it has it. A finger elsewhere lets it go.
 */
export function useFocusHome(): FocusHandlers {
  const homes = useRef<HTMLElement[]>([]);
  useLayoutEffect(() => {
    if (document.activeElement !== document.body) return;
    homes.current.find(({ isConnected }) => isConnected)?.focus({ preventScroll: true });
    homes.current = [];
  });
  return {
    onFocusCapture: ({ target }) => {
      homes.current = [];
      let home = target.closest<HTMLElement>(homeLook);
      while (home) {
        homes.current.push(home);
        home = home.parentElement?.closest<HTMLElement>(homeLook) ?? null;
      }
    },
    onPointerDownCapture: () => {
      homes.current = [];
    },
  };
}
