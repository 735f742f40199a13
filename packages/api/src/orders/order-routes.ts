import { BoardList, Journey, Order, OrderList, Ticket, TicketList } from "@serverlesspresso/contracts/order";
import { z } from "zod";
import type { Caller } from "../caller";
import { createRouter } from "../create-router";
import { defineRoute } from "../define-route";
import type { Ports } from "../ports";
import { answers, OrderPath, ShopQuery } from "../request-parts";
import { listMyOrders, listOrders } from "./list-orders";
import type { OrderRow } from "./order-row";
import { toJourney, toOrder, toTicket } from "./order-views";
import { knownTo } from "./run-command";

const list = defineRoute({
  method: "get",
  path: "/orders",
  summary: "The queue, or what stands ready: tickets for baristas, the board for the screen",
  access: ["barista", "display"],
  request: { query: ShopQuery.extend({ state: z.enum(["open", "completed"]) }) },
  responses: answers(z.union([TicketList, BoardList]), "Oldest first"),
});

const read = defineRoute({
  method: "get",
  path: "/orders/{id}",
  summary: "One order: the caller's own, or any for a barista",
  access: ["owner", "barista"],
  request: { query: ShopQuery, params: OrderPath },
  responses: answers(z.union([Ticket, Order]), "The order"),
});

const readJourney = defineRoute({
  method: "get",
  path: "/orders/{id}/journey",
  summary: "Every step of an order's way",
  access: ["owner", "barista"],
  request: { query: ShopQuery, params: OrderPath },
  responses: answers(Journey, "Oldest first"),
});

const listMine = defineRoute({
  method: "get",
  path: "/myOrders",
  summary: "The caller's own orders",
  access: ["customer"],
  request: { query: ShopQuery },
  responses: answers(OrderList, "Newest first"),
});

/** The order as the caller may see it. */
export function viewFor(caller: Caller, row: OrderRow): Ticket | Order {
  return caller.roles.has("barista") ? toTicket(row) : toOrder(row);
}

/** The routes that read orders. */
export function orderRoutes(ports: Ports) {
  const find = async (caller: Caller, eventId: string, id: string) =>
    knownTo(caller, await ports.orders.read({ eventId, id }));
  return createRouter()
    .openapi(list, async (c) => {
      const { eventId, state } = c.req.valid("query");
      return c.json(await listOrders(ports, c.var.caller, eventId, state), 200);
    })
    .openapi(read, async (c) => {
      const { caller } = c.var;
      const row = await find(caller, c.req.valid("query").eventId, c.req.valid("param").id);
      return c.json(viewFor(caller, row), 200);
    })
    .openapi(readJourney, async (c) => {
      const row = await find(c.var.caller, c.req.valid("query").eventId, c.req.valid("param").id);
      return c.json(toJourney(row), 200);
    })
    .openapi(listMine, async (c) =>
      c.json(await listMyOrders(ports, c.var.caller, c.req.valid("query").eventId), 200),
    );
}
