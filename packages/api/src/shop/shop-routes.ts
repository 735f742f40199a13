import { createRoute } from "@hono/zod-openapi";
import { Shop } from "@serverlesspresso/contracts/shop";
import { createRouter } from "../create-router";
import type { Ports } from "../ports";
import { answers, ShopQuery } from "../request-parts";
import { describeShop } from "./describe-shop";

const readShop = createRoute({
  method: "get",
  path: "/shop",
  summary: "Open or not and why, the menu, the limits, the wait",
  security: [],
  request: { query: ShopQuery },
  responses: answers(Shop, "The shop"),
});

/** The routes of the shop. */
export function shopRoutes(ports: Ports) {
  return createRouter().openapi(readShop, async (c) =>
    c.json(await describeShop(ports, c.req.valid("query").eventId), 200),
  );
}
