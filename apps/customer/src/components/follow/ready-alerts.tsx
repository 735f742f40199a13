"use client";

import type { OrderState } from "@serverlesspresso/contracts/order-state";
import { Button, buttonLook } from "@serverlesspresso/ui/button";
import { useSound } from "@serverlesspresso/ui/use-sound";
import { Moon, Sun, VolumeX } from "lucide-react";
import { useEffect, useRef } from "react";
import { ShopLink } from "../page/shop-link";
import { useScreenAwake } from "./use-screen-awake";

/** Rings when the drink becomes ready, and offers what helps to notice it. */
export function ReadyAlerts({ state }: { state: OrderState }) {
  const sound = useSound();
  const waiting = state === "SUBMITTED" || state === "MAKING";
  const needed = waiting || state === "COMPLETED";
  const screen = useScreenAwake(needed);
  const before = useRef(state);
  const row = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (state === "COMPLETED" && before.current !== "COMPLETED") {
      sound.play("ready");
      navigator.vibrate?.([180, 90, 180]);
    }
    before.current = state;
  }, [state, sound.play]);

  return (
    // The same height while there is nothing to offer.
    <div ref={row} tabIndex={-1} className="flex min-h-11 flex-wrap gap-3">
      {state === "COLLECTED" && (
        <ShopLink href="/" className={buttonLook({ variant: "outline" })}>
          Enter a code
        </ShopLink>
      )}
      {needed && screen.possible && (
        <Button
          variant={waiting ? "outline" : "onColour"}
          aria-pressed={screen.awake}
          onClick={screen.toggle}
        >
          {screen.awake ? <Sun aria-hidden className="size-5" /> : <Moon aria-hidden className="size-5" />}
          {screen.awake ? "Screen stays on" : "Keep the screen on"}
        </Button>
      )}
      {waiting && !sound.on && (
        <Button
          variant="outline"
          onClick={() => {
            sound.enable();
            // It goes once there is sound: who came by key goes on from here.
            row.current?.focus();
          }}
        >
          <VolumeX aria-hidden className="size-5" />
          Sound off: tap to hear the bell
        </Button>
      )}
    </div>
  );
}
