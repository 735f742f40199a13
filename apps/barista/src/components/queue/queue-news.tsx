"use client";

import type { Ticket } from "@serverlesspresso/contracts/order";
import { useEffect, useRef, useState } from "react";
import { newsBetween, tellNews } from "./news";

const batchMs = 1_500;

interface QueueNewsProps {
  tickets: readonly Ticket[];
  sub: string;
}

/** Reads out what others do, a moment's worth at a time. Seen by nobody. */
export function QueueNews({ tickets, sub }: QueueNewsProps) {
  const [told, setTold] = useState("");
  const latest = useRef({ tickets, sub });
  const before = useRef(tickets);
  const batch = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = { tickets, sub };
    if (before.current === tickets) return;
    batch.current ??= setTimeout(() => {
      batch.current = undefined;
      const now = latest.current;
      const news = tellNews(newsBetween(before.current, now.tickets, now.sub));
      before.current = now.tickets;
      if (news) setTold(news);
    }, batchMs);
  }, [tickets, sub]);
  useEffect(() => () => clearTimeout(batch.current), []);
  return (
    <p role="status" className="sr-only">
      {told}
    </p>
  );
}
