import { DrinkOrder } from "@serverlesspresso/contracts/menu";
import { CancelOrder, Order, Ticket } from "@serverlesspresso/contracts/order";
import type { OrderMove } from "@serverlesspresso/contracts/order-state";
import * as z from "zod/mini";
import type { Access } from "../access";
import { defineRoute, type RouteDeclaration } from "../define-route";
import type { Ports } from "../ports";
import { CommandHeaders, jsonBody, OrderPath, ShopQuery } from "../request-parts";
import { type RouteContext, serve } from "../serve";
import { cancelOrder } from "./cancel-order";
import { collectOrder } from "./collect-order";
import { completeOrder } from "./complete-order";
import { extendOrder } from "./extend-order";
import { makeOrder } from "./make-order";
import { viewFor } from "./order-routes";
import type { OrderRow } from "./order-row";
import { recallOrder } from "./recall-order";
import type { CommandRequest } from "./run-command";
import { submitOrder } from "./submit-order";
import { unmakeOrder } from "./unmake-order";

const request = { query: ShopQuery, headers: CommandHeaders, params: OrderPath };
const answer = {
  description: "The order after the command, or as it is after a repeat",
  schema: z.union([Ticket, Order]),
};

const submit = defineRoute({
  method: "put",
  path: "/orders/{id}",
  summary: "Choose the drink: by the owner, or by a barista for a walk-up",
  access: ["owner", "barista"],
  request: { ...request, body: jsonBody(DrinkOrder) },
  answer,
});

const cancel = defineRoute({
  method: "post",
  path: "/orders/{id}/cancel",
  summary: "By the owner until it is being made, by a barista with a reason until it is ready",
  access: ["owner", "barista"],
  request: { ...request, body: { schema: CancelOrder, required: false } },
  answer,
});

const barista: Access = ["barista"];

/** The commands that say nothing but their name. */
const plainCommands = [
  { name: "extend", access: ["owner"], summary: "More time to choose", run: extendOrder },
  { name: "make", access: barista, summary: "Take the order", run: makeOrder },
  { name: "unmake", access: barista, summary: "Put it back into the queue", run: unmakeOrder },
  { name: "complete", access: barista, summary: "It stands on the counter", run: completeOrder },
  { name: "recall", access: barista, summary: "Make it again", run: recallOrder },
  { name: "collect", access: barista, summary: "The customer has it", run: collectOrder },
] as const satisfies readonly {
  name: OrderMove;
  access: Access;
  summary: string;
  run: (ports: Ports, request: CommandRequest) => Promise<OrderRow>;
}[];

function commandOf(c: RouteContext<RouteDeclaration & { request: typeof request }>): CommandRequest {
  return {
    ref: { eventId: c.req.valid("query").eventId, id: c.req.valid("param").id },
    caller: c.var.caller,
    key: c.req.valid("header")["idempotency-key"],
  };
}

/** The routes that change orders. */
export function commandRoutes(ports: Ports) {
  return [
    serve(submit, async (c) => {
      const row = await submitOrder(ports, commandOf(c), c.req.valid("json"));
      return viewFor(c.var.caller, row);
    }),
    serve(cancel, async (c) => {
      const row = await cancelOrder(ports, commandOf(c), c.req.valid("json").reason);
      return viewFor(c.var.caller, row);
    }),
    ...plainCommands.map(({ name, access, summary, run }) => {
      const path = `/orders/{id}/${name}` as const;
      const route = defineRoute({ method: "post", path, summary, access, request, answer });
      return serve(route, async (c) => viewFor(c.var.caller, await run(ports, commandOf(c))));
    }),
  ];
}
