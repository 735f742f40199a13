import type { Line } from "@serverlesspresso/contracts/line";
import type { Order } from "@serverlesspresso/contracts/order";
import { isFinal } from "@serverlesspresso/contracts/order-state";
import { queryOptions } from "@tanstack/react-query";
import type { Api, Commanded } from "./api";
import { newerOrder } from "./merge-order";
import { refetchAt } from "./refetch-at";

/** What is told live is read anew so often: something may not have been told. */
export const snapshotEveryMs = 30_000;
/** What is not known at all is tried to be read so often. */
export const unreadEveryMs = 5_000;
/** A place moves by pushes, a wait by little: most of what a phone that waits costs would be asking for it. */
const lineEveryMs = 60_000;

/** Every key of the query cache. */
export const queryKeys = {
  shop: (eventId: string) => ["shop", eventId] as const,
  menuDraft: (eventId: string) => ["menu-draft", eventId] as const,
  line: (eventId: string) => ["line", eventId] as const,
  qrCodes: (eventId: string) => ["qr-code", eventId] as const,
  queue: (eventId: string) => ["queue", eventId] as const,
  board: (eventId: string) => ["board", eventId] as const,
  orders: (eventId: string) => ["order", eventId] as const,
  order: (eventId: string, id: string) => ["order", eventId, id] as const,
  myOrders: (eventId: string) => ["my-orders", eventId] as const,
  journey: (eventId: string, id: string) => ["journey", eventId, id] as const,
  staff: (eventId: string) => ["staff", eventId] as const,
  stats: (eventId: string, day: string | null) => ["stats", eventId, day] as const,
  foundOrders: (eventId: string, search: object) => ["found-orders", eventId, search] as const,
};

/** The shop: open or not, its menu, its limits; read anew when it opens or closes by itself. Needs no sign-in. */
export const shopQuery = (api: Api) =>
  queryOptions({
    queryKey: queryKeys.shop(api.eventId),
    queryFn: api.shop,
    refetchInterval: ({ state: { data, dataUpdatedAt } }) =>
      data
        ? refetchAt([data.reopensAt, data.lastOrdersAt], data.serverTime, dataUpdatedAt, snapshotEveryMs)
        : unreadEveryMs,
  });

/** The later of two tellings of the line, by the server's time. */
export function newerLine(known: Line | undefined, told: Line): Line {
  return known && known.serverTime > told.serverTime ? known : told;
}

/** The line of the shop, for whoever waits in it: `placeInLine` finds an order in it. The live feed tells more. */
export const lineQuery = (api: Api) =>
  queryOptions({
    queryKey: queryKeys.line(api.eventId),
    queryFn: async ({ client }) => {
      const told = await api.line();
      return newerLine(client.getQueryData<Line>(queryKeys.line(api.eventId)), told);
    },
    refetchInterval: lineEveryMs,
  });

/** The code on the shop's screen, now and next; read anew when the next one's time has come. */
export const qrCodeQuery = (api: Api) =>
  queryOptions({
    queryKey: queryKeys.qrCodes(api.eventId),
    queryFn: api.qrCodes,
    refetchInterval: ({ state: { data, dataUpdatedAt } }) =>
      refetchAt([data?.current.validUntil], data?.serverTime, dataUpdatedAt, snapshotEveryMs),
  });

/** One order as its owner or a barista sees it; never goes back to an older version. */
export const orderQuery = (api: Api, id: string) =>
  queryOptions({
    queryKey: queryKeys.order(api.eventId, id),
    queryFn: async ({ client }) => {
      const told = await api.order(id);
      return newerOrder(client.getQueryData<Commanded>(queryKeys.order(api.eventId, id)), told);
    },
    refetchInterval: (query) =>
      query.state.data && isFinal(query.state.data.state) ? false : snapshotEveryMs,
  });

/** The customer's own orders, newest first. */
export const myOrdersQuery = (api: Api) =>
  queryOptions({
    queryKey: queryKeys.myOrders(api.eventId),
    queryFn: async ({ client }) => {
      const told = await api.myOrders();
      const known = client.getQueryData<Order[]>(queryKeys.myOrders(api.eventId)) ?? [];
      return told.orders.map((order) =>
        newerOrder(
          known.find(({ id }) => id === order.id),
          order,
        ),
      );
    },
    select: (orders) => [...orders].sort((a, b) => b.createdAt.localeCompare(a.createdAt)),
  });

/** Every step of one order, in the order of `version`. */
export const journeyQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: queryKeys.journey(api.eventId, id), queryFn: () => api.journey(id) });
