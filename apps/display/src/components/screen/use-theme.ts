"use client";

import { store, stored } from "@serverlesspresso/client/storage";
import { useEffect, useLayoutEffect, useState } from "react";
import { choiceAfter, ThemeChoice, themeAt } from "./theme-choice";

const key = "serverlesspresso.theme";

/** Of the address, `?theme=dark`, which a screen keeps from then on; else what it keeps. */
function readChoice(): ThemeChoice {
  const asked = ThemeChoice.safeParse(new URLSearchParams(window.location.search).get("theme"));
  if (asked.success) store(localStorage, key, asked.data);
  const kept = ThemeChoice.safeParse(stored(localStorage, key));
  return kept.success ? kept.data : "hours";
}

/**
 * Shows the page light or dark: by the hour of the shop, or as chosen by the address or the key T.
 * @param timeZone of the shop; while it is not known that of the screen
 */
export function useTheme(timeZone: string | undefined, now: number): void {
  const [choice, setChoice] = useState(readChoice);
  const theme = themeAt(choice, timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone, now);

  useLayoutEffect(() => {
    if (theme === null) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);

  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      if (!isTurn(event)) return;
      const next = choiceAfter(choice);
      store(localStorage, key, next);
      setChoice(next);
    };
    window.addEventListener("keydown", turn);
    return () => window.removeEventListener("keydown", turn);
  }, [choice]);
}

/** The key T, but not as a letter of what somebody writes. */
function isTurn({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  // What a browser fills in by itself comes as an event without a key.
  if (key?.toLowerCase() !== "t" || ctrlKey || metaKey || altKey) return false;
  return !(target instanceof HTMLElement && target.closest("input, textarea, select"));
}
