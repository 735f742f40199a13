"use client";

import { useLayoutEffect, useState } from "react";

interface Room {
  width: number;
  height: number;
  /** The root's font size in pixels: the display's unit. */
  unit: number;
}

/** The size of an element inside its padding, kept up to date; null until it is known. */
export function useRoom(): [(element: HTMLElement | null) => void, Room | null] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [room, setRoom] = useState<Room | null>(null);
  useLayoutEffect(() => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setRoom({ width, height, unit });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, room];
}
