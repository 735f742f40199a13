"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";

/** How high a ticket was when it left, by its slot. */
const heights = new Map<string, number>();

/** On a ticket: its gap will be as high as it is when it leaves. */
export function useLeavesHeight(slot: string): RefObject<HTMLElement | null> {
  const ticket = useRef<HTMLElement>(null);
  useLayoutEffect(() => () => void heights.set(slot, ticket.current?.offsetHeight ?? 0), [slot]);
  return ticket;
}

/** On a gap: it is as high as what stood there. */
export function useTakesHeight(slot: string): RefObject<HTMLDivElement | null> {
  const gap = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const height = heights.get(slot);
    heights.delete(slot);
    if (gap.current && height) gap.current.style.minHeight = `${height}px`;
  }, [slot]);
  return gap;
}
