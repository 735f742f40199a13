"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

const homeLook = "[data-focus-home]";

/** For a part of a page that keeps the focus when what had it is taken away. */
export const focusHome = { "data-focus-home": "", tabIndex: -1 } as const;

/**
 * Keeps the focus of whoever works by key in a part of a page: what had it may go with its row, and then the nearest
 * `focusHome` around it has it. A finger, or the focus elsewhere, lets it go.
 */
export function useFocusHome(part: RefObject<HTMLElement | null>): void {
  const homes = useRef<HTMLElement[]>([]);
  useEffect(() => {
    const letGo = () => {
      homes.current = [];
    };
    const follow = ({ target }: FocusEvent) => {
      letGo();
      if (!(target instanceof HTMLElement) || !part.current?.contains(target)) return;
      let home = target.closest<HTMLElement>(homeLook);
      while (home) {
        homes.current.push(home);
        home = home.parentElement?.closest<HTMLElement>(homeLook) ?? null;
      }
    };
    document.addEventListener("focusin", follow);
    document.addEventListener("pointerdown", letGo);
    return () => {
      document.removeEventListener("focusin", follow);
      document.removeEventListener("pointerdown", letGo);
    };
  }, [part]);
  useLayoutEffect(() => {
    if (document.activeElement !== document.body) return;
    homes.current.find(({ isConnected }) => isConnected)?.focus({ preventScroll: true });
    homes.current = [];
  });
}
