import * as z from "zod/mini";
import { OrderId } from "./order";

/** What a code is made of: no vowels, so no words, and nothing that looks like something else. */
export const codeAlphabet = "34679CDFGHJKMNPQRTWXY";
export const codeLength = 10;

/** One code, from when until when the screen shows it, and for how many orders it still admits. */
export const QrCode = z
  .strictObject({
    code: z.string(),
    validFrom: z.iso.datetime(),
    validUntil: z.iso.datetime(),
    placesLeft: z.int().check(z.minimum(0)),
  })
  .register(z.globalRegistry, { id: "QrCode" });
export type QrCode = z.infer<typeof QrCode>;

/** `GET /qr-code`: what the shop's screen shows now, and from `current.validUntil` on. */
export const QrCodes = z
  .strictObject({
    current: QrCode,
    next: QrCode,
    serverTime: z.iso.datetime(),
  })
  .register(z.globalRegistry, { id: "QrCodes" });
export type QrCodes = z.infer<typeof QrCodes>;

/** `POST /qr-code`: people may type a code in small letters and in groups. */
export const RedeemCode = z
  .strictObject({
    code: z.pipe(
      z.pipe(
        z.string().check(z.maxLength(40)),
        z.transform((code) => code.replace(/[\s-]/g, "").toUpperCase()),
      ),
      z.string().check(z.minLength(1), z.maxLength(20)),
    ),
  })
  .register(z.globalRegistry, { id: "RedeemCode" });
export type RedeemCode = z.infer<typeof RedeemCode>;

export const RedeemedCode = z
  .strictObject({ orderId: OrderId })
  .register(z.globalRegistry, { id: "RedeemedCode" });
export type RedeemedCode = z.infer<typeof RedeemedCode>;
