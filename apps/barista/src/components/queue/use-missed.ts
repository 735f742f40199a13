"use client";

import { useOutbox } from "@serverlesspresso/client/use-command-outbox";
import type { Queue } from "@serverlesspresso/client/use-queue";
import type { Ticket } from "@serverlesspresso/contracts/order";
import { useCallback, useEffect, useRef, useState } from "react";
import { countNews, newsBetween } from "./news";

interface Missed {
  /** What changed while nothing was heard: "3 new, 1 taken by Ben"; null once it was read. */
  missed: string | null;
  read(): void;
}

interface Loss {
  /** The queue when the connection was lost. */
  before: readonly Ticket[];
  beforeAt: number;
  /** Ids of orders to which something was done here meanwhile: told by its own answer. */
  own: Set<string>;
}

/** Says what the first look after a lost connection has brought. */
export function useMissed(
  { data, dataUpdatedAt, isFetching }: Queue["told"],
  live: boolean,
  sub: string,
): Missed {
  const [missed, setMissed] = useState<string | null>(null);
  const { commands } = useOutbox();
  const wasLive = useRef(false);
  const loss = useRef<Loss | null>(null);
  useEffect(() => {
    if (live) wasLive.current = true;
    if (!data || !wasLive.current) return;
    if (!live) loss.current ??= { before: data, beforeAt: dataUpdatedAt, own: new Set() };
    if (!loss.current) return;
    const { before, beforeAt, own } = loss.current;
    for (const { ticket } of commands) own.add(ticket.id);
    // A push may come before the snapshot that tells everything.
    if (isFetching || dataUpdatedAt === beforeAt) return;
    loss.current = live ? null : { before: data, beforeAt: dataUpdatedAt, own };
    const news = countNews(newsBetween(before, data, sub, own));
    if (news) setMissed(news);
  }, [data, dataUpdatedAt, isFetching, live, sub, commands]);
  const read = useCallback(() => setMissed(null), []);
  return { missed, read };
}
