"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { shopQuery } from "@serverlesspresso/client/queries";
import { useLastError } from "@serverlesspresso/client/use-last-error";
import { useQueue } from "@serverlesspresso/client/use-queue";
import { AppError } from "@serverlesspresso/contracts/error";
import { Banner } from "@serverlesspresso/ui/banner";
import { useQuery } from "@tanstack/react-query";
import { useBarLive } from "../bar/bar-live";
import { NotBehindBar } from "../bar/not-behind-bar";
import { Offline } from "../bar/offline";
import type { Viewer } from "../bar/viewer";
import { useRobotsNamed } from "../training/robots-provider";
import { TrainingStrip } from "../training/training-strip";
import { MissedNote } from "./missed-note";
import { QueueBoard } from "./queue-board";
import { QueueHeader } from "./queue-header";
import { QueueNews } from "./queue-news";
import { QueueSkeleton } from "./queue-skeleton";
import { useMissed } from "./use-missed";

/** The kitchen display: what is to be made, oldest first, and what stands on the counter. */
export function Queue({ viewer }: { viewer: Viewer }) {
  const shop = useQuery(shopQuery(useApi()));
  const { told, tickets: unnamed } = useQueue();
  const tickets = useRobotsNamed(unnamed);
  const feed = useBarLive();
  const { missed, read } = useMissed(told, feed.live, viewer.sub);
  const shopError = useLastError(shop);
  const error = useLastError(told) ?? shopError;
  if (error instanceof AppError && error.code === "forbidden") return <NotBehindBar />;
  if (!shop.data || !told.data || !tickets) {
    const retry = () => Promise.all([shop.refetch(), told.refetch()]);
    return error ? <Offline onRetry={retry} /> : <QueueSkeleton />;
  }
  return (
    <div className="flex min-h-dvh flex-col md:h-dvh">
      <QueueHeader shop={shop.data} tickets={tickets} />
      <TrainingStrip />
      {feed.stale && (
        <Banner tone="late" title="No connection" className="mx-4 mt-4 md:ml-6">
          The queue may have changed since. What you do is kept here, and sent as soon as the connection is
          back.
        </Banner>
      )}
      <MissedNote missed={missed} onRead={read} />
      <QueueNews tickets={told.data} sub={viewer.sub} />
      <QueueBoard shop={shop.data} tickets={tickets} viewer={viewer} stale={feed.stale} />
    </div>
  );
}
