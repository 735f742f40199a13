"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { shopQuery } from "@serverlesspresso/client/queries";
import { queueQuery } from "@serverlesspresso/client/queue-queries";
import { useServerNow } from "@serverlesspresso/client/use-server-now";
import type { Ticket } from "@serverlesspresso/contracts/order";
import type { ShopLimits } from "@serverlesspresso/contracts/shop";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { levelOf, secondsSince } from "../queue/age";
import { type Heard, soundFor } from "./bar-sound";
import { useBarSound } from "./use-bar-sound";

/**
 * Lets the bar hear what has come, what has waited long, and that the connection is lost, whichever page is
 * open. Draws nothing.
 */
export function BarSounds({ stale }: { stale: boolean }) {
  const api = useApi();
  const { data: tickets } = useQuery(queueQuery(api));
  const { data: limits } = useQuery({ ...shopQuery(api), select: (shop) => shop.limits });
  return tickets && limits && <Ears tickets={tickets} limits={limits} stale={stale} />;
}

interface EarsProps {
  tickets: readonly Ticket[];
  limits: ShopLimits;
  stale: boolean;
}

function Ears({ tickets, limits, stale }: EarsProps) {
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
      open: new Set(open.map(({ id }) => id)),
      aged: new Set(aged.map(({ id }) => id)),
      stale,
    };
    const chime = before.current && soundFor(before.current, heard);
    before.current = heard;
    if (chime) play(chime);
  });
  return null;
}
