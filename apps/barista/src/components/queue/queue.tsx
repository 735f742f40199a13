"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { queueQuery, shopQuery } from "@serverlesspresso/client/queries";
import { useQueueLive } from "@serverlesspresso/client/use-live";
import { AppError } from "@serverlesspresso/contracts/error";
import { Banner } from "@serverlesspresso/ui/banner";
import { useQuery } from "@tanstack/react-query";
import { NotBehindBar } from "../bar/not-behind-bar";
import { Offline } from "../bar/offline";
import { useRobotsNamed } from "../training/robots-provider";
import { TrainingStrip } from "../training/training-strip";
import { QueueBoard } from "./queue-board";
import { QueueHeader } from "./queue-header";
import { QueueSkeleton } from "./queue-skeleton";
import { QueueSounds } from "./queue-sounds";

interface QueueProps {
  sub: string;
  manager: boolean;
}

/** The kitchen display: what is to be made, oldest first, and what stands on the counter. */
export function Queue({ sub, manager }: QueueProps) {
  const api = useApi();
  const shop = useQuery(shopQuery(api));
  const queue = useQuery(queueQuery(api));
  const tickets = useRobotsNamed(queue.data);
  const feed = useQueueLive();
  if (queue.error instanceof AppError && queue.error.code === "forbidden") return <NotBehindBar />;
  if (!shop.data || !tickets) {
    const error = queue.error ?? shop.error;
    const retry = () => void Promise.all([shop.refetch(), queue.refetch()]);
    return error ? <Offline onRetry={retry} /> : <QueueSkeleton />;
  }
  return (
    <div className="flex min-h-dvh flex-col md:h-dvh">
      <QueueHeader shop={shop.data} tickets={tickets} live={feed.live} lastSeenAt={feed.lastSeenAt} />
      <TrainingStrip />
      {feed.stale && (
        <Banner tone="late" title="No connection" className="mx-4 mt-4 md:mx-6">
          The queue may have changed since. What you do is sent as soon as the connection is back.
        </Banner>
      )}
      <QueueSounds tickets={tickets} limits={shop.data.limits} stale={feed.stale} />
      <QueueBoard shop={shop.data} tickets={tickets} sub={sub} manager={manager} stale={feed.stale} />
    </div>
  );
}
