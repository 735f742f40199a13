import { QrCodes, RedeemCode, RedeemedCode } from "@serverlesspresso/contracts/qr-code";
import { defineRoute } from "../define-route";
import type { Ports } from "../ports";
import { CommandHeaders, jsonBody, ShopQuery } from "../request-parts";
import { serve } from "../serve";
import { currentCodes } from "./current-codes";
import { redeemCode } from "./redeem-code";

const readCodes = defineRoute({
  method: "get",
  path: "/qr-code",
  summary: "The code that the shop's screen shows now, and the next one",
  access: ["display", "manager"],
  request: { query: ShopQuery },
  answer: { description: "The codes", schema: QrCodes },
});

const redeem = defineRoute({
  method: "post",
  path: "/qr-code",
  summary: "Start an order with the code on the screen",
  access: ["customer"],
  request: { query: ShopQuery, headers: CommandHeaders, body: jsonBody(RedeemCode) },
  answer: { description: "The order", schema: RedeemedCode },
});

/** The routes of the code on the shop's screen. */
export function qrCodeRoutes(ports: Ports) {
  return [
    serve(readCodes, (c) => currentCodes(ports, c.req.valid("query").eventId)),
    serve(redeem, async (c) => {
      const orderId = await redeemCode(ports, {
        eventId: c.req.valid("query").eventId,
        caller: c.var.caller,
        key: c.req.valid("header")["idempotency-key"],
        code: c.req.valid("json").code,
      });
      return { orderId };
    }),
  ];
}
