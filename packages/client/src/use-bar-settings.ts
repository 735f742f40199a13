"use client";

import { useSyncExternalStore } from "react";
import { type BarSettings, BarSettingsStore, usualSettings } from "./bar-settings";

const store = new BarSettingsStore(() => localStorage);

/** How the bar's app behaves on this device, and how to change it: what is not named stays. */
export function useBarSettings(): [BarSettings, (change: Partial<BarSettings>) => void] {
  const settings = useSyncExternalStore(store.subscribe, store.current, () => usualSettings);
  return [settings, change];
}

const change = (changed: Partial<BarSettings>) => store.set(changed);
