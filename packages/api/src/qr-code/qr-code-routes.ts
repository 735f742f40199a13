import { QrCodes, RedeemCode, RedeemedCode } from "@serverlesspresso/contracts/qr-code";
import { createRouter } from "../create-router";
import { defineRoute } from "../define-route";
import type { Ports } from "../ports";
import { answers, CommandHeaders, jsonBody, ShopQuery } from "../request-parts";
import { currentCodes } from "./current-codes";
import { redeemCode } from "./redeem-code";

const readCodes = defineRoute({
  method: "get",
  path: "/qr-code",
  summary: "The code that the shop's screen shows now, and the next one",
  access: ["display", "manager"],
  request: { query: ShopQuery },
  responses: answers(QrCodes, "The codes"),
});

const redeem = defineRoute({
  method: "post",
  path: "/qr-code",
  summary: "Start an order with the code on the screen",
  access: ["customer"],
  request: { query: ShopQuery, headers: CommandHeaders, body: jsonBody(RedeemCode) },
  responses: answers(RedeemedCode, "The order"),
});

/** The routes of the code on the shop's screen. */
export function qrCodeRoutes(ports: Ports) {
  return createRouter()
    .openapi(readCodes, async (c) => c.json(await currentCodes(ports, c.req.valid("query").eventId), 200))
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
