import { z } from "zod";
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
    placesLeft: z.number().int().min(0),
  })
  .meta({ id: "QrCode" });
export type QrCode = z.infer<typeof QrCode>;

/** `GET /qr-code`: what the shop's screen shows now, and from `current.validUntil` on. */
export const QrCodes = z
  .strictObject({
    current: QrCode,
    next: QrCode,
    serverTime: z.iso.datetime(),
  })
  .meta({ id: "QrCodes" });
export type QrCodes = z.infer<typeof QrCodes>;

/** `POST /qr-code`: people may type a code in small letters and in groups. */
export const RedeemCode = z
  .strictObject({
    code: z
      .string()
      .max(40)
      .transform((code) => code.replace(/[\s-]/g, "").toUpperCase())
      .pipe(z.string().min(1).max(20)),
  })
  .meta({ id: "RedeemCode" });
export type RedeemCode = z.infer<typeof RedeemCode>;

export const RedeemedCode = z.strictObject({ orderId: OrderId }).meta({ id: "RedeemedCode" });
export type RedeemedCode = z.infer<typeof RedeemedCode>;
