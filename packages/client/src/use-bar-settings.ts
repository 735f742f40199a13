"use client";

import { useSyncExternalStore } from "react";
import { type BarSettings, BarSettingsStore, barSettingsKey, usualSettings } from "./bar-settings";

const store = new BarSettingsStore(() => localStorage);

/** How the bar's app behaves on this device, and how to change it: what is not named stays. */
export function useBarSettings(): [BarSettings, (change: Partial<BarSettings>) => void] {
  const settings = useSyncExternalStore(subscribe, store.current, () => usualSettings);
  return [settings, change];
}

/** Another page on this device tells by an event of the storage, whose key is null when all of it was emptied. */
function subscribe(listener: () => void): () => void {
  const leave = store.subscribe(listener);
  const onStorage = ({ key }: StorageEvent) => {
    if (key === null || key === barSettingsKey) store.look();
  };
  window.addEventListener("storage", onStorage);
  return () => {
    window.removeEventListener("storage", onStorage);
    leave();
  };
}

const change = (changed: Partial<BarSettings>) => store.set(changed);
