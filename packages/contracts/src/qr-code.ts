import { z } from "zod";
import { OrderId } from "./order";

/** One code and how long, and for how many orders, it still admits. Null: without limit. */
export const QrCode = z
  .strictObject({
    code: z.string(),
    validUntil: z.iso.datetime().nullable(),
    placesLeft: z.number().int().nullable(),
  })
  .meta({ id: "QrCode" });
export type QrCode = z.infer<typeof QrCode>;

/** `GET /qr-code`: what the shop's screen shows now, and next. */
export const QrCodes = z
  .strictObject({
    current: QrCode,
    next: QrCode.nullable(),
    serverTime: z.iso.datetime(),
  })
  .meta({ id: "QrCodes" });
export type QrCodes = z.infer<typeof QrCodes>;

/** `POST /qr-code` */
export const RedeemCode = z
  .strictObject({ code: z.string().trim().toUpperCase().min(1).max(20) })
  .meta({ id: "RedeemCode" });
export type RedeemCode = z.infer<typeof RedeemCode>;

export const RedeemedCode = z.strictObject({ orderId: OrderId }).meta({ id: "RedeemedCode" });
export type RedeemedCode = z.infer<typeof RedeemedCode>;
