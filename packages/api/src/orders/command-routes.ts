import { DrinkOrder } from "@serverlesspresso/contracts/menu";
import { CancelOrder, Order, Ticket } from "@serverlesspresso/contracts/order";
import type { OrderMove } from "@serverlesspresso/contracts/order-state";
import type { Context } from "hono";
import { z } from "zod";
import type { Access } from "../access";
import { type ApiEnv, createRouter } from "../create-router";
import { defineRoute } from "../define-route";
import type { Ports } from "../ports";
import { answers, CommandHeaders, jsonBody, OrderPath, ShopQuery } from "../request-parts";
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
const responses = answers(
  z.union([Ticket, Order]),
  "The order after the command, or as it is after a repeat",
);

const submit = defineRoute({
  method: "put",
  path: "/orders/{id}",
  summary: "Choose the drink: by the owner, or by a barista for a walk-up",
  access: ["owner", "barista"],
  request: { ...request, body: jsonBody(DrinkOrder) },
  responses,
});

const cancel = defineRoute({
  method: "post",
  path: "/orders/{id}/cancel",
  summary: "By the owner until it is being made, by a barista with a reason until it is ready",
  access: ["owner", "barista"],
  request: { ...request, body: { content: { "application/json": { schema: CancelOrder } } } },
  responses,
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

type CommandContext = Context<
  ApiEnv,
  string,
  { out: { query: { eventId: string }; param: { id: string }; header: { "idempotency-key": string } } }
>;

function commandOf(c: CommandContext): CommandRequest {
  return {
    ref: { eventId: c.req.valid("query").eventId, id: c.req.valid("param").id },
    caller: c.var.caller,
    key: c.req.valid("header")["idempotency-key"],
  };
}

/** The routes that change orders. */
export function commandRoutes(ports: Ports) {
  const router = createRouter()
    .openapi(submit, async (c) => {
      const row = await submitOrder(ports, commandOf(c), c.req.valid("json"));
      return c.json(viewFor(c.var.caller, row), 200);
    })
    .openapi(cancel, async (c) => {
      const row = await cancelOrder(ports, commandOf(c), c.req.valid("json").reason);
      return c.json(viewFor(c.var.caller, row), 200);
    });
  for (const { name, access, summary, run } of plainCommands) {
    const path = `/orders/{id}/${name}` as const;
    const route = defineRoute({ method: "post", path, summary, access, request, responses });
    router.openapi(route, async (c) => c.json(viewFor(c.var.caller, await run(ports, commandOf(c))), 200));
  }
  return router;
}
