import { QrCodes } from "@serverlesspresso/contracts/qr-code";
import type { Stack } from "./stack";
import { callAs } from "./staff-call";

/** The codes that a shop's screen shows now and next, read as that screen reads them. */
export async function shopCodes(stack: Stack, eventId = "default"): Promise<QrCodes> {
  const path = `/qr-code?eventId=${eventId}`;
  return QrCodes.parse((await callAs(stack, "display", { method: "GET", path })).body);
}

/** The code that the shop's screen shows now. */
export async function shopCode(stack: Stack, eventId?: string): Promise<string> {
  return (await shopCodes(stack, eventId)).current.code;
}
