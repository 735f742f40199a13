"use client";

import { Unread } from "../page/unread";

/** In place of orders that could not be read. */
export function UnreadOrders({ onRetry }: { onRetry(): Promise<unknown> }) {
  return (
    <Unread title="Your orders cannot be read just now" onRetry={onRetry}>
      They are safe at the bar, and are here again as soon as your phone is back online.
    </Unread>
  );
}
