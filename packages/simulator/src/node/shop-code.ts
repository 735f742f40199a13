import type { Api } from "@serverlesspresso/client/api";
import type { QrCodes } from "@serverlesspresso/contracts/qr-code";

/** What the shop's screen shows, read again when its time is over; the code before is accepted as long again. */
export function shopCode(api: Pick<Api, "qrCodes">, now: () => number): () => Promise<string> {
  let reading: Promise<QrCodes> | undefined;
  let until = 0;
  return async () => {
    if (now() >= until) {
      until = Number.POSITIVE_INFINITY;
      reading = api.qrCodes();
      reading.then(
        ({ current }) => {
          until = Date.parse(current.validUntil);
        },
        () => {
          until = 0;
        },
      );
    }
    if (reading === undefined) throw new Error("No code was asked for.");
    return (await reading).current.code;
  };
}
