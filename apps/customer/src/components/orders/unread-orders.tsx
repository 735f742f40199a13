"use client";

import { Button } from "@serverlesspresso/ui/button";
import { useBackOnline } from "../page/use-back-online";

/** In place of orders that could not be read. */
export function UnreadOrders({ onRetry }: { onRetry(): void }) {
  useBackOnline(onRetry);
  return (
    <>
      <div role="status">
        <h2 className="font-bold text-lead">Your orders cannot be read just now</h2>
        <p className="mt-1 text-soft">
          They are safe at the bar, and are here again as soon as your phone is back online.
        </p>
      </div>
      <Button size="large" className="mt-7 w-full" onClick={onRetry}>
        Try again
      </Button>
    </>
  );
}
