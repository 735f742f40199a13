import { createRoute } from "@hono/zod-openapi";
import { QrCodes, RedeemCode, RedeemedCode } from "@serverlesspresso/contracts/qr-code";
import { allow } from "../allow";
import { createRouter } from "../create-router";
import type { Ports } from "../ports";
import { answers, CommandHeaders, jsonBody, ShopQuery } from "../request-parts";
import { redeemCode } from "./redeem-code";
import { standingCode } from "./standing-code";

const readCodes = createRoute({
  method: "get",
  path: "/qr-code",
  summary: "The code that the shop's screen shows",
  middleware: allow("display", "manager"),
  request: { query: ShopQuery },
  responses: answers(QrCodes, "The codes"),
});

const redeem = createRoute({
  method: "post",
  path: "/qr-code",
  summary: "Start an order with the code on the screen",
  middleware: allow("customer"),
  request: { query: ShopQuery, headers: CommandHeaders, body: jsonBody(RedeemCode) },
  responses: answers(RedeemedCode, "The order"),
});

/** The routes of the code on the shop's screen. */
export function qrCodeRoutes(ports: Ports) {
  return createRouter()
    .openapi(readCodes, (c) =>
      c.json(
        {
          current: { code: standingCode, validUntil: null, placesLeft: null },
          next: null,
          serverTime: new Date(ports.clock.now()).toISOString(),
        },
        200,
      ),
    )
    .openapi(redeem, async (c) => {
      const orderId = await redeemCode(ports, {
        eventId: c.req.valid("query").eventId,
        caller: c.var.caller,
        key: c.req.valid("header")["idempotency-key"],
        code: c.req.valid("json").code,
      });
      return c.json({ orderId }, 200);
    });
}
