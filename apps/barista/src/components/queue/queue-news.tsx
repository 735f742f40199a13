"use client";

import { useOutbox } from "@serverlesspresso/client/use-command-outbox";
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
  const { commands } = useOutbox();
  const latest = useRef({ tickets, sub, commands });
  const before = useRef(tickets);
  /** Orders to which something was done here since the last telling. */
  const own = useRef(new Set<string>());
  const batch = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = { tickets, sub, commands };
    for (const { ticket } of commands) own.current.add(ticket.id);
    if (before.current === tickets) return;
    batch.current ??= setTimeout(() => {
      batch.current = undefined;
      const now = latest.current;
      const news = tellNews(newsBetween(before.current, now.tickets, now.sub, own.current));
      before.current = now.tickets;
      own.current = new Set(now.commands.map(({ ticket }) => ticket.id));
      if (news) setTold(news);
    }, batchMs);
  }, [tickets, sub, commands]);
  useEffect(() => () => clearTimeout(batch.current), []);
  return (
    <p role="status" className="sr-only">
      {told}
    </p>
  );
}
