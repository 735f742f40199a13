import { AppError } from "@serverlesspresso/contracts/error";
import { BegunOrder, FoundOrders } from "@serverlesspresso/contracts/found-orders";
import { BoardList, Journey, Order, OrderList, Ticket, TicketList } from "@serverlesspresso/contracts/order";
import * as z from "zod/mini";
import type { Caller } from "../caller";
import { defineRoute } from "../define-route";
import type { Ports } from "../ports";
import { CommandHeaders, OrderPath, ShopQuery } from "../request-parts";
import { serve } from "../serve";
import { beginWalkUp } from "./begin-walk-up";
import { listMyOrders, listOrders } from "./list-orders";
import type { OrderRow } from "./order-row";
import { toJourney, toOrder, toStaffJourney, toTicket } from "./order-views";
import { knownTo } from "./run-command";
import { searchFields, searchOrders } from "./search-orders";

const list = defineRoute({
  method: "get",
  path: "/orders",
  summary:
    "With a state the queue or what stands ready, tickets for baristas, the board for the screen; without one a day's orders, for baristas",
  access: ["barista", "display"],
  request: {
    query: z.extend(ShopQuery, { state: z.optional(z.enum(["open", "completed"])), ...searchFields }),
  },
  answer: {
    description: "By state oldest first, of a day newest first",
    schema: z.union([TicketList, BoardList, FoundOrders]),
  },
});

const begin = defineRoute({
  method: "post",
  path: "/orders",
  summary: "Begin the order of somebody without a phone; PUT /orders/{id} submits it",
  access: ["barista"],
  request: { query: ShopQuery, headers: CommandHeaders },
  answer: { description: "The order", schema: BegunOrder },
});

const read = defineRoute({
  method: "get",
  path: "/orders/{id}",
  summary: "One order: the caller's own, or any for a barista",
  access: ["owner", "barista"],
  request: { query: ShopQuery, params: OrderPath },
  answer: { description: "The order", schema: z.union([Ticket, Order]) },
});

const readJourney = defineRoute({
  method: "get",
  path: "/orders/{id}/journey",
  summary: "Every step of an order's way",
  access: ["owner", "barista"],
  request: { query: ShopQuery, params: OrderPath },
  answer: { description: "Oldest first", schema: Journey },
});

const listMine = defineRoute({
  method: "get",
  path: "/myOrders",
  summary: "The caller's own orders",
  access: ["customer"],
  request: { query: ShopQuery },
  answer: { description: "Newest first", schema: OrderList },
});

/** The order as the caller may see it. */
export function viewFor(caller: Caller, row: OrderRow): Ticket | Order {
  return caller.roles.has("barista") ? toTicket(row) : toOrder(row);
}

/** The routes that read orders. */
export function orderRoutes(ports: Ports) {
  const find = async (caller: Caller, eventId: string, id: string) =>
    knownTo(caller, await ports.orders.read({ eventId, id }));
  return [
    serve(list, (c) => {
      const { eventId, state, ...search } = c.req.valid("query");
      if (state !== undefined) return listOrders(ports, c.var.caller, eventId, state);
      if (!c.var.caller.roles.has("barista")) {
        throw new AppError("forbidden", "You may not do this in this shop.");
      }
      return searchOrders(ports, eventId, search);
    }),
    serve(begin, async (c) => {
      const key = c.req.valid("header")["idempotency-key"];
      const { eventId } = c.req.valid("query");
      return { orderId: await beginWalkUp(ports, { eventId, caller: c.var.caller, key }) };
    }),
    serve(read, async (c) => {
      const { caller } = c.var;
      return viewFor(caller, await find(caller, c.req.valid("query").eventId, c.req.valid("param").id));
    }),
    serve(readJourney, async (c) => {
      const { caller } = c.var;
      const row = await find(caller, c.req.valid("query").eventId, c.req.valid("param").id);
      return caller.roles.has("barista") ? toStaffJourney(row) : toJourney(row);
    }),
    serve(listMine, (c) => listMyOrders(ports, c.var.caller, c.req.valid("query").eventId)),
  ];
}
