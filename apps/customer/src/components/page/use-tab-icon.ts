"use client";

import { useEffect } from "react";

export type TabIcon = "waiting" | "making" | "ready";

const line = "oklch(0.58 0.13 48)";
const green = "oklch(0.6 0.15 152)";

const pours: Record<TabIcon, string> = {
  waiting: "",
  making: `<path d="M5 17h17a8.5 8.5 0 0 1-17 0Z" fill="${line}"/>`,
  ready: `<circle cx="16" cy="16" r="16" fill="${green}"/>`,
};

/** A picture for the tab: an empty cup, a filling one, a tick on green. */
export function tabIconOf(icon: TabIcon): string {
  const cup = `<path d="M4 7h19v7a9.5 9.5 0 0 1-19 0ZM23 9h2a4 4 0 0 1 0 8h-2M3 28h21" stroke="${line}"/>`;
  const tick = `<path d="m9 17 5 5 10-11" stroke="white" stroke-linecap="round"/>`;
  const drawn = `<g fill="none" stroke-width="3">${icon === "ready" ? tick : cup}</g>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${pours[icon]}${drawn}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Shows an order's state in the tab for as long as the component is there; the app's own picture with null. */
export function useTabIcon(icon: TabIcon | null): void {
  useEffect(() => {
    if (icon === null) return;
    const drawn = tabIconOf(icon);
    const usual = new Map<HTMLLinkElement, string>();
    const draw = () => {
      for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')) {
        if (link.href === drawn) continue;
        usual.set(link, link.href);
        link.href = drawn;
      }
    };
    draw();
    // A page whose first drawing is cut into pieces puts its own icon in afterwards.
    const head = new MutationObserver(draw);
    head.observe(document.head, { childList: true });
    return () => {
      head.disconnect();
      for (const [link, href] of usual) link.href = href;
    };
  }, [icon]);
}
