"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

const slotsIn = (lane: HTMLElement) => [...lane.querySelectorAll<HTMLElement>("[data-slot]")];

/**
 * Keeps the focus in a lane whose tickets come and go: on the same ticket while it is there, then on its gap,
 * then on whatever takes its place. A finger elsewhere lets it go.
 */
export function useKeptFocus(): RefObject<HTMLElement | null> {
  const lane = useRef<HTMLElement>(null);
  const last = useRef<{ slot: string; place: number } | null>(null);
  useEffect(() => {
    const follow = ({ target }: Event) => {
      if (!(target instanceof HTMLElement)) return;
      // What a dialog asks is asked about the ticket that had the focus, which has it again after a notice, too.
      if (target.closest("[role=dialog], [role=alert]")) return;
      const slot = target.closest<HTMLElement>("[data-slot]");
      const place = slot && lane.current ? slotsIn(lane.current).indexOf(slot) : -1;
      last.current = slot && place >= 0 ? { slot: slot.dataset.slot ?? "", place } : null;
    };
    document.addEventListener("focusin", follow);
    document.addEventListener("pointerdown", follow);
    return () => {
      document.removeEventListener("focusin", follow);
      document.removeEventListener("pointerdown", follow);
    };
  }, []);
  useLayoutEffect(() => {
    if (!last.current || !lane.current || document.activeElement !== document.body) return;
    const { slot, place } = last.current;
    const slots = slotsIn(lane.current);
    const next = slots.find(({ dataset }) => dataset.slot === slot) ?? slots[place] ?? slots.at(-1);
    next?.focus({ preventScroll: true });
  });
  return lane;
}
