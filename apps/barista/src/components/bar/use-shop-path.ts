"use client";

import { useEventId } from "@serverlesspresso/client/client-context";
import { defaultEventId } from "@serverlesspresso/contracts/names";

/** A path of this app that stays in the page's shop, also when the page is loaded anew. */
export function useShopPath(path: string): string {
  const eventId = useEventId();
  return eventId === defaultEventId ? path : `${path}?eventId=${encodeURIComponent(eventId)}`;
}
