import { Shop, ShopSettings } from "@serverlesspresso/contracts/shop";
import type { Context } from "hono";
import { defineRoute } from "../define-route";
import { IfMatch, versionIn } from "../if-match";
import type { Ports } from "../ports";
import { jsonBody, ShopQuery } from "../request-parts";
import { serve } from "../serve";
import { changeShop } from "./change-shop";
import { describeShop } from "./describe-shop";

const readShop = defineRoute({
  method: "get",
  path: "/shop",
  summary: "Open or not and why, the menu, the limits, the wait; its version as ETag",
  access: "public",
  request: { query: ShopQuery },
  answer: { description: "The shop", schema: Shop },
});

const writeShop = defineRoute({
  method: "put",
  path: "/shop",
  summary: "Open, close, pause, set last orders and limits; If-Match names the version that it replaces",
  access: ["manager"],
  request: { query: ShopQuery, headers: IfMatch, body: jsonBody(ShopSettings) },
  answer: { description: "The shop as it is now", schema: Shop },
});

/** The routes of the shop. */
export function shopRoutes(ports: Ports) {
  const tell = async (c: Context, eventId: string) => {
    const shop = await describeShop(ports, eventId);
    c.header("etag", `"${shop.version}"`);
    return shop;
  };
  return [
    serve(readShop, (c) => tell(c, c.req.valid("query").eventId)),
    serve(writeShop, async (c) => {
      const { eventId } = c.req.valid("query");
      const version = versionIn(c.req.valid("header"));
      await changeShop(ports, { eventId, version, caller: c.var.caller }, c.req.valid("json"));
      return tell(c, eventId);
    }),
  ];
}
