import type { Order, Ticket } from "@serverlesspresso/contracts/order";
import type { QueryClient } from "@tanstack/react-query";
import type { Commanded } from "./api";
import { type LiveOrders, newerOrder, takeOrder } from "./merge-order";
import { queryKeys } from "./queries";
import { writeTold } from "./write-told";

/** Writes an order that a command or a refusal answered wherever the cache holds it, unless newer is known. */
export function takeAnswer(client: QueryClient, eventId: string, order: Commanded): void {
  takeOwnOrder(client, eventId, order);
  takeIntoQueue(client, eventId, order);
}

/** The same behind the bar, where no page shows one order: none is kept for minutes of each that was tapped. */
export function takeIntoQueue(client: QueryClient, eventId: string, order: Commanded): void {
  writeTold<LiveOrders<Ticket>>(client, queryKeys.queue(eventId), (list) => {
    const known = list?.orders.find(({ id }) => id === order.id);
    return list && known ? takeOrder(list, { ...known, ...order }) : list;
  });
}

/** Writes an order into its own page and, if that has been read, into the customer's list. */
export function takeOwnOrder(client: QueryClient, eventId: string, order: Commanded): void {
  client.setQueryData<Commanded>(queryKeys.order(eventId, order.id), (known) => newerOrder(known, order));
  client.setQueryData<Order[]>(queryKeys.myOrders(eventId), (list) => {
    if (!list) return list;
    const known = list.find(({ id }) => id === order.id);
    return known ? list.map((one) => (one === known ? newerOrder(one, order) : one)) : list;
  });
}
