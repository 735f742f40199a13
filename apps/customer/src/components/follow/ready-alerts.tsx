"use client";

import type { OrderState } from "@serverlesspresso/contracts/order-state";
import { Button } from "@serverlesspresso/ui/button";
import { useSound } from "@serverlesspresso/ui/use-sound";
import { Moon, Sun, VolumeX } from "lucide-react";
import { useEffect, useRef } from "react";
import { useScreenAwake } from "./use-screen-awake";

/** Rings when the drink becomes ready, and offers what helps to notice it. */
export function ReadyAlerts({ state }: { state: OrderState }) {
  const sound = useSound();
  const waiting = state === "SUBMITTED" || state === "MAKING";
  const screen = useScreenAwake(waiting || state === "COMPLETED");
  const before = useRef(state);

  useEffect(() => {
    if (state === "COMPLETED" && before.current !== "COMPLETED") {
      sound.play("ready");
      navigator.vibrate?.([180, 90, 180]);
    }
    before.current = state;
  }, [state, sound.play]);

  if (!waiting) return null;
  return (
    <div className="flex flex-wrap gap-3">
      {!sound.on && (
        <Button variant="outline" onClick={sound.enable}>
          <VolumeX aria-hidden className="size-5" />
          Sound off: tap to hear the bell
        </Button>
      )}
      {screen.possible && (
        <Button variant="outline" aria-pressed={screen.awake} onClick={screen.toggle}>
          {screen.awake ? <Sun aria-hidden className="size-5" /> : <Moon aria-hidden className="size-5" />}
          {screen.awake ? "Screen stays on" : "Keep the screen on"}
        </Button>
      )}
    </div>
  );
}
