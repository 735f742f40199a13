"use client";

import { useServerNow } from "@serverlesspresso/client/use-server-now";
import type { Ticket } from "@serverlesspresso/contracts/order";
import type { ShopLimits } from "@serverlesspresso/contracts/shop";
import { useEffect, useRef } from "react";
import { useBarSound } from "../bar/use-bar-sound";
import { levelOf, secondsSince } from "./age";
import { type Heard, soundFor } from "./queue-sound";

interface QueueSoundsProps {
  tickets: readonly Ticket[];
  limits: ShopLimits;
  stale: boolean;
}

/** Lets the bar hear what has come, what has waited long, and that the connection is lost. Draws nothing. */
export function QueueSounds({ tickets, limits, stale }: QueueSoundsProps) {
  const now = useServerNow();
  const { play } = useBarSound();
  const before = useRef<Heard | null>(null);
  useEffect(() => {
    const open = tickets.filter(({ state }) => state === "SUBMITTED" || state === "MAKING");
    const aged = open.filter(
      ({ submittedAt }) => levelOf(secondsSince(submittedAt, now), limits) !== "fresh",
    );
    const heard = {
      known: new Set(tickets.map(({ id }) => id)),
      aged: new Set(aged.map(({ id }) => id)),
      stale,
    };
    const chime = before.current && soundFor(before.current, heard);
    before.current = heard;
    if (chime) play(chime);
  });
  return null;
}
