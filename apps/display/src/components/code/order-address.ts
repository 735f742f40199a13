import { defaultEventId } from "@serverlesspresso/contracts/names";

/** The address behind the code, and how people would type it. */
export function orderAddress(
  customerUrl: string,
  code: string,
  eventId: string,
): { url: string; typed: string } {
  const base = customerUrl.replace(/\/$/, "");
  const query = new URLSearchParams({ code, ...(eventId !== defaultEventId && { eventId }) });
  return { url: `${base}/?${query}`, typed: base.replace(/^https?:\/\//, "") };
}
