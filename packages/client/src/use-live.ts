"use client";

import { type QueryClient, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useClient, useSession } from "./client-context";
import {
  boardSubscription,
  customerSubscription,
  type LiveSubscription,
  queueSubscription,
  shopSubscription,
} from "./live-subscriptions";
import { onReturn } from "./on-return";
import { queryKeys } from "./queries";
import { Rereads } from "./rereads";
import { useFeed } from "./use-feed";

/** It is looked at once a second, and has to be said within 15. */
const staleAfterMs = 14_000;
const pollEveryMs = 5_000;

/** How far what is shown can be vouched for. */
export interface LiveState {
  /** Pushes arrive. */
  live: boolean;
  /** When the server was last heard, by push or snapshot, in local epoch ms. */
  lastSeenAt: number | null;
  /** Nothing heard for almost 15 s: show a banner, grey what may be wrong. */
  stale: boolean;
}

interface Interest {
  subscriptions: readonly LiveSubscription[];
  /** The queries that the pushes keep up to date; the first one's answers vouch for the screen. */
  snapshots: readonly QueryKey[];
}

/** Keeps `queueQuery` and `shopQuery` up to date. For baristas. */
export function useQueueLive(): LiveState {
  const { eventId } = useClient();
  const interest = useMemo<Interest>(
    () => ({
      subscriptions: [queueSubscription(eventId), shopSubscription(eventId)],
      snapshots: [queryKeys.queue(eventId), queryKeys.shop(eventId)],
    }),
    [eventId],
  );
  return useLive(interest);
}

/** Keeps `boardQuery`, `shopQuery` and `qrCodeQuery` up to date. For the shop's screen. */
export function useBoardLive(): LiveState {
  const { eventId } = useClient();
  const interest = useMemo<Interest>(
    () => ({
      subscriptions: [boardSubscription(eventId), shopSubscription(eventId)],
      snapshots: [queryKeys.board(eventId), queryKeys.shop(eventId), queryKeys.qrCodes(eventId)],
    }),
    [eventId],
  );
  return useLive(interest);
}

/**
 * Keeps the customer's `orderQuery`, `myOrdersQuery`, `lineQuery` and `shopQuery` up to date.
 * @param shown what the screen is about: its readings vouch for it
 */
export function useCustomerLive(shown: "orders" | "myOrders"): LiveState {
  const { eventId } = useClient();
  const sub = useSession()?.sub;
  const interest = useMemo<Interest>(() => {
    const orders = [queryKeys.orders(eventId), queryKeys.myOrders(eventId)];
    return {
      subscriptions: sub ? [customerSubscription(sub), shopSubscription(eventId)] : [],
      snapshots: [
        ...(shown === "orders" ? orders : orders.reverse()),
        queryKeys.line(eventId),
        queryKeys.shop(eventId),
      ],
    };
  }, [eventId, sub, shown]);
  return useLive(interest);
}

function useLive({ subscriptions, snapshots }: Interest): LiveState {
  const feed = useFeed();
  const client = useQueryClient();
  const [mountedAt] = useState(() => Date.now());
  const [now, setNow] = useState(mountedAt);
  const watch = useCallback((changed: () => void) => feed.onChange(changed), [feed]);
  const live = useSyncExternalStore(
    watch,
    () => feed.live,
    () => false,
  );

  useEffect(() => {
    const rereads = new Rereads(client);
    const refresh = (how?: "at once") => {
      for (const queryKey of snapshots) void rereads.read(queryKey, how);
    };
    const leaves = subscriptions.map(({ channel, take }) =>
      feed.subscribe(channel, (message) => {
        if (!take(client, message)) refresh();
      }),
    );
    const unwatch = feed.onChange(() => {
      if (feed.live) refresh("at once");
    });
    const poll = setInterval(() => {
      if (!feed.live) refresh();
    }, pollEveryMs);
    const tick = setInterval(() => setNow(Date.now()), 1000);
    const unlisten = onReturn((reason) => {
      if (reason === "online") feed.restart();
      else feed.check();
      refresh("at once");
    });
    return () => {
      for (const leave of [...leaves, unwatch, unlisten]) leave();
      clearInterval(poll);
      clearInterval(tick);
    };
  }, [client, feed, subscriptions, snapshots]);

  const lastSeenAt = lastHeard(feed.lastSeenAt, client, snapshots[0] ?? []);
  // Nobody has listened before: what was heard then says nothing of what is shown now.
  const vouchedFor = Math.max(lastSeenAt ?? 0, mountedAt);
  return { live, lastSeenAt, stale: now - vouchedFor > staleAfterMs };
}

/** The feed's last sign of life, or that of the snapshots that are on the screen. */
function lastHeard(feedSeenAt: number | null, client: QueryClient, queryKey: QueryKey): number | null {
  const shown = client.getQueryCache().findAll({ queryKey, type: "active" });
  const latest = Math.max(feedSeenAt ?? 0, ...shown.map(({ state }) => state.dataUpdatedAt));
  return latest > 0 ? latest : null;
}
