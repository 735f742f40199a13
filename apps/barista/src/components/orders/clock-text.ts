import { dateFormat } from "@serverlesspresso/contracts/date-format";

/** An instant as the clock on the shop's wall shows it: 08:14. */
export function clockText(iso: string, timeZone: string): string {
  return format(iso, { hour: "2-digit", minute: "2-digit", timeZone });
}

/** The same to the second: 08:14:09. */
export function secondsText(iso: string, timeZone: string): string {
  return format(iso, { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone });
}

function format(iso: string, options: Intl.DateTimeFormatOptions): string {
  return dateFormat("en-GB", options).format(new Date(iso));
}
