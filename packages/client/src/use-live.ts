"use client";

import {
  BoardMessage,
  CustomerMessage,
  channels,
  QueueMessage,
  StatusMessage,
} from "@serverlesspresso/contracts/live";
import type { BoardOrder, Order, Ticket } from "@serverlesspresso/contracts/order";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { type QueryClient, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type { Commanded } from "./api";
import { useClient, useSession } from "./client-context";
import { hasGap, type LiveOrders, takeOrder } from "./merge-order";
import { queryKeys } from "./queries";
import { takeOwnOrder } from "./take-order";

const staleAfterMs = 15_000;
const pollEveryMs = 5_000;

/** How far what is shown can be vouched for. */
export interface LiveState {
  /** Pushes arrive. */
  live: boolean;
  /** When the server was last heard, by push or snapshot, in local epoch ms. */
  lastSeenAt: number | null;
  /** Nothing heard for 15 s: show a banner, grey what may be wrong. */
  stale: boolean;
}

/** One channel and what its messages do to the cache; false if the message leaves a gap or is not understood. */
interface Subscription {
  channel: string;
  take(client: QueryClient, message: unknown): boolean;
}

interface Interest {
  subscriptions: readonly Subscription[];
  /** The snapshots that the pushes keep up to date. */
  snapshots: readonly QueryKey[];
}

/** Keeps `queueQuery` and `shopQuery` up to date. For baristas. */
export function useQueueLive(): LiveState {
  const { eventId } = useClient();
  const interest = useMemo<Interest>(() => {
    const key = queryKeys.queue(eventId);
    const queue: Subscription = {
      channel: channels.queue(eventId),
      take(client, message) {
        const told = QueueMessage.safeParse(message);
        return told.success && takeListed<Ticket>(client, key, told.data.order);
      },
    };
    return { subscriptions: [queue, shopStatus(eventId)], snapshots: [key, queryKeys.shop(eventId)] };
  }, [eventId]);
  return useLive(interest);
}

/** Keeps `boardQuery` and `shopQuery` up to date. For the shop's screen. */
export function useBoardLive(): LiveState {
  const { eventId } = useClient();
  const interest = useMemo<Interest>(() => {
    const key = queryKeys.board(eventId);
    const board: Subscription = {
      channel: channels.board(eventId),
      take(client, message) {
        const told = BoardMessage.safeParse(message);
        return told.success && takeListed<BoardOrder>(client, key, told.data.order);
      },
    };
    return { subscriptions: [board, shopStatus(eventId)], snapshots: [key, queryKeys.shop(eventId)] };
  }, [eventId]);
  return useLive(interest);
}

/** Keeps the customer's `orderQuery`, `myOrdersQuery` and `shopQuery` up to date. */
export function useCustomerLive(): LiveState {
  const { eventId } = useClient();
  const sub = useSession()?.sub;
  const interest = useMemo<Interest>(() => {
    const snapshots = [queryKeys.orders(eventId), queryKeys.myOrders(eventId), queryKeys.shop(eventId)];
    if (!sub) return { subscriptions: [], snapshots };
    const own: Subscription = { channel: channels.customer(sub), take: takeOwn };
    return { subscriptions: [own, shopStatus(eventId)], snapshots };
  }, [eventId, sub]);
  return useLive(interest);
}

function useLive({ subscriptions, snapshots }: Interest): LiveState {
  const { feed } = useClient();
  const client = useQueryClient();
  const [mountedAt] = useState(() => Date.now());
  const [now, setNow] = useState(mountedAt);

  useEffect(() => {
    const refresh = () => {
      for (const queryKey of snapshots) void client.invalidateQueries({ queryKey }, { cancelRefetch: false });
    };
    const leaves = subscriptions.map(({ channel, take }) =>
      feed.subscribe(channel, (message) => {
        if (!take(client, message)) refresh();
      }),
    );
    const unwatch = feed.onChange(() => {
      setNow(Date.now());
      if (feed.live) refresh();
    });
    const wake = () => {
      if (document.visibilityState === "hidden") return;
      feed.check();
      refresh();
    };
    const reconnect = () => {
      feed.restart();
      refresh();
    };
    const poll = setInterval(() => {
      if (!feed.live) refresh();
    }, pollEveryMs);
    const tick = setInterval(() => setNow(Date.now()), 1000);
    document.addEventListener("visibilitychange", wake);
    window.addEventListener("online", reconnect);
    window.addEventListener("pageshow", wake);
    return () => {
      for (const leave of [...leaves, unwatch]) leave();
      clearInterval(poll);
      clearInterval(tick);
      document.removeEventListener("visibilitychange", wake);
      window.removeEventListener("online", reconnect);
      window.removeEventListener("pageshow", wake);
    };
  }, [client, feed, subscriptions, snapshots]);

  const lastSeenAt = lastHeard(feed.lastSeenAt, client, snapshots[0] ?? []);
  return { live: feed.live, lastSeenAt, stale: now - (lastSeenAt ?? mountedAt) > staleAfterMs };
}

/** The feed's last sign of life, or that of the first snapshot that is on the screen. */
function lastHeard(feedSeenAt: number | null, client: QueryClient, queryKey: QueryKey): number | null {
  const read = client.getQueryCache().findAll({ queryKey, type: "active" });
  const latest = Math.max(feedSeenAt ?? 0, ...read.map(({ state }) => state.dataUpdatedAt));
  return latest > 0 ? latest : null;
}

function takeListed<T extends BoardOrder>(client: QueryClient, key: QueryKey, told: T): boolean {
  const list = client.getQueryData<LiveOrders<T>>(key);
  if (!list) return false;
  client.setQueryData<LiveOrders<T>>(key, takeOrder(list, told));
  return !hasGap(
    list.orders.find(({ id }) => id === told.id),
    told,
  );
}

function takeOwn(client: QueryClient, message: unknown): boolean {
  const told = CustomerMessage.safeParse(message);
  if (!told.success) return false;
  const { order } = told.data;
  const known = client.getQueryData<Commanded>(queryKeys.order(order.eventId, order.id));
  const listed = client.getQueryData<Order[]>(queryKeys.myOrders(order.eventId));
  takeOwnOrder(client, order.eventId, order);
  return !hasGap(known, order) && (!listed || listed.some(({ id }) => id === order.id));
}

function shopStatus(eventId: string): Subscription {
  return {
    channel: channels.status(eventId),
    take(client, message) {
      const told = StatusMessage.safeParse(message);
      const shop = client.getQueryData<Shop>(queryKeys.shop(eventId));
      return told.success && shop?.version === told.data.version;
    },
  };
}
