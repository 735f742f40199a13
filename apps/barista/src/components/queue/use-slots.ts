"use client";

import type { Ticket } from "@serverlesspresso/contracts/order";
import { useEffect, useState } from "react";
import { gapsAfter, type Slot, slotsOf, type TicketOrder } from "./queue-order";

/** How long after the last ticket has left the others stay where they are. */
const holdMs = 1_600;

/** The tickets in their places; who leaves leaves a gap that closes once nothing has left for a moment. */
export function useSlots(tickets: Ticket[], order: TicketOrder): Slot[] {
  const [known, setKnown] = useState(tickets);
  const [gaps, setGaps] = useState<readonly Ticket[]>([]);
  if (known !== tickets) {
    setKnown(tickets);
    setGaps((before) => gapsAfter(before, known, tickets));
  }
  const left = gaps.map(({ id }) => id).join();
  useEffect(() => {
    if (!left) return;
    const timer = setTimeout(() => setGaps([]), holdMs);
    return () => clearTimeout(timer);
  }, [left]);
  return slotsOf(tickets, gaps, order);
}
