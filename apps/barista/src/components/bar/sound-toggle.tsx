"use client";

import { Volume2, VolumeX } from "lucide-react";
import { useRef } from "react";
import { useBarSound } from "./use-bar-sound";

/** Whether the bar is heard: "sound off" until the first tap, and whenever somebody wants quiet. */
export function SoundToggle() {
  const { on, setOn } = useBarSound();
  // The first tap on the page turns the sound on by itself: what counts is what stood here when it began.
  const seen = useRef(on);
  const remember = () => {
    seen.current = on;
  };
  // A screen reader may click without either: what stands here then is what was last asked for.
  const toggle = () => {
    seen.current = !seen.current;
    setOn(seen.current);
  };
  const Icon = on ? Volume2 : VolumeX;
  return (
    <button
      type="button"
      onPointerDown={remember}
      onKeyDown={remember}
      onClick={toggle}
      className={`inline-flex min-h-11 items-center gap-2 rounded-edge px-2 text-note ${on ? "text-soft" : "bg-ink px-3 font-semibold text-paper"}`}
    >
      <Icon aria-hidden className="size-5" />
      {on ? "sound on" : "sound off"}
    </button>
  );
}
