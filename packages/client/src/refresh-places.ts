import type { QueryClient } from "@tanstack/react-query";
import { queryKeys } from "./queries";

/** A crowd that scans is one reading. */
const soonMs = 700;
const due = new WeakSet<QueryClient>();

/** Reads anew, in a moment, what tells how many places are left: on the code, and in the shop. */
export function refreshPlaces(client: QueryClient, eventId: string): void {
  if (due.has(client)) return;
  due.add(client);
  setTimeout(() => {
    due.delete(client);
    void client.invalidateQueries({ queryKey: queryKeys.qrCodes(eventId) });
    void client.invalidateQueries({ queryKey: queryKeys.shop(eventId) });
  }, soonMs);
}
