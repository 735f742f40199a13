import type { QrCode, QrCodes } from "@serverlesspresso/contracts/qr-code";
import type { Ports } from "../ports";
import { shopOf } from "../shop/shop-of";
import { type CodeWindow, drawCode, windowAfter, windowAt } from "./code-window";
import type { CodeRow } from "./validator-store";

const maxTries = 10;

/** The code of the present window and that of the next, drawn where nobody has asked before. */
export async function currentCodes(
  ports: Pick<Ports, "shops" | "validator" | "clock">,
  eventId: string,
): Promise<QrCodes> {
  const { codeWindowSeconds, drinksPerCode } = await shopOf(ports.shops, eventId);
  const now = ports.clock.now();
  const window = windowAt(now, codeWindowSeconds);
  const [current, next] = await Promise.all(
    [window, windowAfter(window, codeWindowSeconds)].map(async (each) =>
      toQrCode(await codeOf(ports, eventId, each), drinksPerCode),
    ) as [Promise<QrCode>, Promise<QrCode>], // map forgets that there were two
  );
  return { current, next, serverTime: new Date(now).toISOString() };
}

async function codeOf(
  { validator }: Pick<Ports, "validator">,
  eventId: string,
  window: CodeWindow,
): Promise<CodeRow> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const known = await validator.readWindow(eventId, window);
    if (known !== null) return known;
    const drawn: CodeRow = { ...window, eventId, code: drawCode(), orders: new Set() };
    if (await validator.createCode(drawn)) return drawn;
  }
  throw new Error(`No code could be drawn for the window from ${window.from}.`);
}

function toQrCode({ code, from, until, orders }: CodeRow, drinksPerCode: number): QrCode {
  return {
    code,
    validFrom: new Date(from).toISOString(),
    validUntil: new Date(until).toISOString(),
    placesLeft: Math.max(0, drinksPerCode - orders.size),
  };
}
