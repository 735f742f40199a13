"use client";

import { useEffect } from "react";

/** The colour of each ground where CSS does not reach: the browser's own bars. As in the stylesheet of ui. */
const barColour = "oklch(0.44 0.11 152)";

/** Lets the window's edges and the browser's bars follow a page that is green all over. */
export function useGround(ground: "paper" | "ready"): void {
  useEffect(() => {
    if (ground === "paper") return;
    document.documentElement.dataset.ground = ground;
    const bars = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')];
    const usual = bars.map((bar) => bar.content);
    for (const bar of bars) bar.content = barColour;
    return () => {
      delete document.documentElement.dataset.ground;
      for (const [index, bar] of bars.entries()) bar.content = usual[index] ?? "";
    };
  }, [ground]);
}
