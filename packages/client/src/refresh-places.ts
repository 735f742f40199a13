import type { QueryClient } from "@tanstack/react-query";
import { queryKeys } from "./queries";
import { Rereads } from "./rereads";

/** A crowd that scans is one reading. */
const soonMs = 700;
const due = new WeakSet<QueryClient>();
const rereads = new WeakMap<QueryClient, Rereads>();

/** Reads anew, in a moment, what tells how many places are left: on the code, and in the shop. */
export function refreshPlaces(client: QueryClient, eventId: string): void {
  if (due.has(client)) return;
  due.add(client);
  const places = rereads.get(client) ?? new Rereads(client);
  rereads.set(client, places);
  setTimeout(() => {
    due.delete(client);
    void places.read(queryKeys.qrCodes(eventId));
    void places.read(queryKeys.shop(eventId));
  }, soonMs);
}
