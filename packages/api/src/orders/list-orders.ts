import type { BoardList, OrderList, TicketList } from "@serverlesspresso/contracts/order";
import type { Caller } from "../caller";
import type { Ports } from "../ports";
import { toBoardOrder, toOrder, toTicket } from "./order-views";

const ownOrdersShown = 50;

/** The queue or what stands ready: tickets for baristas, the board's view for the shop's screen. */
export async function listOrders(
  ports: Ports,
  caller: Caller,
  eventId: string,
  which: "open" | "completed",
): Promise<TicketList | BoardList> {
  const rows = await ports.orders.listLive(eventId, which);
  const serverTime = new Date(ports.clock.now()).toISOString();
  if (caller.roles.has("barista")) return { orders: rows.map(toTicket), serverTime };
  return { orders: rows.map(toBoardOrder), serverTime };
}

/** The caller's own orders in one shop, newest first. */
export async function listMyOrders(ports: Ports, caller: Caller, eventId: string): Promise<OrderList> {
  const rows = await ports.orders.listOfCustomer(caller.sub, eventId, ownOrdersShown);
  return { orders: rows.map(toOrder), serverTime: new Date(ports.clock.now()).toISOString() };
}
