import { AppError } from "@serverlesspresso/contracts/error";
import { Shop, ShopSettings } from "@serverlesspresso/contracts/shop";
import { z } from "zod";
import { createRouter } from "../create-router";
import { defineRoute } from "../define-route";
import type { Ports } from "../ports";
import { answers, jsonBody, ShopQuery } from "../request-parts";
import { changeShop } from "./change-shop";
import { describeShop } from "./describe-shop";

const readShop = defineRoute({
  method: "get",
  path: "/shop",
  summary: "Open or not and why, the menu, the limits, the wait; its version as ETag",
  access: "public",
  request: { query: ShopQuery },
  responses: answers(Shop, "The shop"),
});

const IfMatch = z.object({
  "if-match": z
    .string()
    .regex(/^"\d+"$/, 'must be the ETag of GET /shop, for example "7"')
    .optional(),
});

const writeShop = defineRoute({
  method: "put",
  path: "/shop",
  summary: "Open, close, pause, set last orders and limits; If-Match names the version that it replaces",
  access: ["manager"],
  request: { query: ShopQuery, headers: IfMatch, body: jsonBody(ShopSettings) },
  responses: answers(Shop, "The shop as it is now"),
});

function versionIn(ifMatch: string | undefined): number {
  if (ifMatch !== undefined) return Number(ifMatch.replaceAll('"', ""));
  throw new AppError("if_match_missing", "Say which version of the shop this replaces.", {
    field: "If-Match",
  });
}

const etagOf = ({ version }: Shop) => `"${version}"`;

/** The routes of the shop. */
export function shopRoutes(ports: Ports) {
  return createRouter()
    .openapi(readShop, async (c) => {
      const shop = await describeShop(ports, c.req.valid("query").eventId);
      return c.json(shop, 200, { etag: etagOf(shop) });
    })
    .openapi(writeShop, async (c) => {
      const { eventId } = c.req.valid("query");
      const version = versionIn(c.req.valid("header")["if-match"]);
      await changeShop(ports, eventId, version, c.req.valid("json"));
      const shop = await describeShop(ports, eventId);
      return c.json(shop, 200, { etag: etagOf(shop) });
    });
}
