import type { Line } from "@serverlesspresso/contracts/line";
import {
  BoardMessage,
  CustomerMessage,
  channels,
  QueueMessage,
  StatusMessage,
} from "@serverlesspresso/contracts/live";
import type { BoardOrder, Order, Ticket } from "@serverlesspresso/contracts/order";
import type { Shop } from "@serverlesspresso/contracts/shop";
import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { Commanded } from "./api";
import { hasGap, type LiveOrders, takeOrder } from "./merge-order";
import { newerLine, queryKeys } from "./queries";
import { readTold } from "./read-told";
import { refreshPlaces } from "./refresh-places";
import { takeOwnOrder } from "./take-order";
import { writeTold } from "./write-told";

/** A channel and what its messages do to the query cache. */
export interface LiveSubscription {
  channel: string;
  /** Takes one message; false if only a snapshot can tell what is true: a gap, or not understood. */
  take(client: QueryClient, message: unknown): boolean;
}

/** Tickets of one shop, for baristas. */
export function queueSubscription(eventId: string): LiveSubscription {
  return {
    channel: channels.queue(eventId),
    take(client, message) {
      const told = readTold(QueueMessage, message);
      return told.success && takeListed<Ticket>(client, queryKeys.queue(eventId), told.data.order);
    },
  };
}

/** The board of one shop, for its screen. */
export function boardSubscription(eventId: string): LiveSubscription {
  return {
    channel: channels.board(eventId),
    take(client, message) {
      const told = readTold(BoardMessage, message);
      if (!told.success) return false;
      // Whatever moves an order takes a place or gives one back.
      refreshPlaces(client, eventId);
      if (told.data.type === "places") return true;
      return takeListed<BoardOrder>(client, queryKeys.board(eventId), told.data.order);
    },
  };
}

/** The shop's own version and its line, for everyone who is signed in. */
export function shopSubscription(eventId: string): LiveSubscription {
  return {
    channel: channels.status(eventId),
    take(client, message) {
      const told = readTold(StatusMessage, message);
      if (!told.success) return false;
      if (told.data.type === "line") {
        const { line } = told.data;
        client.setQueryData<Line>(queryKeys.line(eventId), (known) => newerLine(known, line));
        return true;
      }
      return client.getQueryData<Shop>(queryKeys.shop(eventId))?.version === told.data.version;
    },
  };
}

/** One customer's orders, whichever shop they are of. */
export function customerSubscription(sub: string): LiveSubscription {
  return {
    channel: channels.customer(sub),
    take(client, message) {
      const told = readTold(CustomerMessage, message);
      if (!told.success) return false;
      const { order } = told.data;
      const known = client.getQueryData<Commanded>(queryKeys.order(order.eventId, order.id));
      const listed = client.getQueryData<Order[]>(queryKeys.myOrders(order.eventId));
      takeOwnOrder(client, order.eventId, order);
      return !hasGap(known, order) && (!listed || listed.some(({ id }) => id === order.id));
    },
  };
}

function takeListed<T extends BoardOrder>(client: QueryClient, key: QueryKey, told: T): boolean {
  const list = client.getQueryData<LiveOrders<T>>(key);
  if (!list) return false;
  const known = list.orders.find(({ id }) => id === told.id);
  writeTold<LiveOrders<T>>(client, key, () => takeOrder(list, told));
  return !hasGap(known, told);
}
