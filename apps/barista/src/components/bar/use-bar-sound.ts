"use client";

import { useBarSettings } from "@serverlesspresso/client/use-bar-settings";
import { useSound } from "@serverlesspresso/ui/use-sound";

/** What the bar can hear. */
export type BarChime = "new-order" | "ageing" | "connection-lost";

interface BarSound {
  /** Chimes are heard: the browser allows them, and nobody asked for quiet. */
  on: boolean;
  setOn(on: boolean): void;
  /** Plays what is wanted on this device, as loud as it is set there. */
  play(chime: BarChime): void;
  /** Plays it whether it is wanted or not, for somebody who chooses. */
  tryOut(chime: BarChime): void;
}

/** The page's sound as this device is set. */
export function useBarSound(): BarSound {
  const sound = useSound({ early: true });
  const [{ quiet, volume, sounds }, change] = useBarSettings();
  const on = sound.on && !quiet;
  return {
    on,
    setOn: (next) => {
      change({ quiet: !next });
      if (next && !sound.on) void sound.enable();
    },
    play: (chime) => {
      if (!quiet && sounds[chime]) sound.play(chime, volume);
    },
    tryOut: (chime) => sound.play(chime, volume),
  };
}
