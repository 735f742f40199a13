"use client";

import type { Ticket } from "@serverlesspresso/contracts/order";
import { useEffect, useMemo, useState } from "react";
import { gapsAfter, type Slot, slotsOf, type TicketOrder } from "./queue-order";

/** How long after the last ticket has left the others stay where they are. */
const holdMs = 1_200;

/**
 * The tickets in their places; who leaves leaves a gap that closes once nothing has left for a moment, and
 * not before whoever is in `kept` can no longer be called back. Both lists stay the same until they change.
 */
export function useSlots(tickets: readonly Ticket[], kept: readonly Ticket[], order: TicketOrder): Slot[] {
  const here = useMemo(() => {
    const ids = new Set(tickets.map(({ id }) => id));
    return { tickets, gaps: kept.filter(({ id }) => !ids.has(id)) };
  }, [tickets, kept]);
  const [known, setKnown] = useState(here);
  const [left, setLeft] = useState<readonly Ticket[]>([]);
  if (known !== here) {
    setKnown(here);
    setLeft((before) => gapsAfter(before, [...known.tickets, ...known.gaps], [...tickets, ...here.gaps]));
  }
  const leaving = left.map(({ id }) => id).join();
  useEffect(() => {
    if (!leaving) return;
    const timer = setTimeout(() => setLeft([]), holdMs);
    return () => clearTimeout(timer);
  }, [leaving]);
  return useMemo(() => slotsOf(tickets, [...here.gaps, ...left], order), [tickets, here, left, order]);
}
