import { DrinkOrder } from "@serverlesspresso/contracts/menu";
import { CancelOrder, Order, Ticket } from "@serverlesspresso/contracts/order";
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

function commandRoute<const Path extends `/orders/{id}/${string}`>(
  path: Path,
  access: Access,
  summary: string,
) {
  return defineRoute({ method: "post", path, summary, access, request, responses });
}

const extend = commandRoute("/orders/{id}/extend", ["owner"], "More time to choose");
const make = commandRoute("/orders/{id}/make", ["barista"], "Take the order");
const unmake = commandRoute("/orders/{id}/unmake", ["barista"], "Put it back into the queue");
const complete = commandRoute("/orders/{id}/complete", ["barista"], "It stands on the counter");
const recall = commandRoute("/orders/{id}/recall", ["barista"], "Make it again");
const collect = commandRoute("/orders/{id}/collect", ["barista"], "The customer has it");

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

/** The routes that change orders. Handlers stand in their places: the client's types are inferred from them. */
export function commandRoutes(ports: Ports) {
  return createRouter()
    .openapi(submit, async (c) => {
      const row = await submitOrder(ports, commandOf(c), c.req.valid("json"));
      return c.json(viewFor(c.var.caller, row), 200);
    })
    .openapi(cancel, async (c) => {
      const row = await cancelOrder(ports, commandOf(c), c.req.valid("json").reason);
      return c.json(viewFor(c.var.caller, row), 200);
    })
    .openapi(extend, async (c) => {
      const row = await extendOrder(ports, commandOf(c));
      return c.json(viewFor(c.var.caller, row), 200);
    })
    .openapi(make, async (c) => {
      const row = await makeOrder(ports, commandOf(c));
      return c.json(viewFor(c.var.caller, row), 200);
    })
    .openapi(unmake, async (c) => {
      const row = await unmakeOrder(ports, commandOf(c));
      return c.json(viewFor(c.var.caller, row), 200);
    })
    .openapi(complete, async (c) => {
      const row = await completeOrder(ports, commandOf(c));
      return c.json(viewFor(c.var.caller, row), 200);
    })
    .openapi(recall, async (c) => {
      const row = await recallOrder(ports, commandOf(c));
      return c.json(viewFor(c.var.caller, row), 200);
    })
    .openapi(collect, async (c) => {
      const row = await collectOrder(ports, commandOf(c));
      return c.json(viewFor(c.var.caller, row), 200);
    });
}
