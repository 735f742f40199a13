"use client";

import { useOrderCommand } from "@serverlesspresso/client/mutations";
import { useServerNow } from "@serverlesspresso/client/use-server-now";
import type { Order } from "@serverlesspresso/contracts/order";
import { Button } from "@serverlesspresso/ui/button";
import { leftText } from "./left-text";

/** How long the place is kept, calmly, and more of it. */
export function TimeToChoose({ order }: { order: Order }) {
  const now = useServerNow();
  const extend = useOrderCommand("extend");
  if (order.state !== "CREATED" || order.dueAt === null) return null;
  const left = Math.max(0, Math.round((Date.parse(order.dueAt) - now) / 1000));
  return (
    <div className="flex items-center justify-between gap-3">
      <p role="timer" className="text-note text-soft tabular-nums">
        {leftText(left)}
      </p>
      {order.extensionsLeft > 0 && (
        <Button
          variant={left < 120 ? "outline" : "plain"}
          className="-mr-4 shrink-0 whitespace-nowrap text-note"
          aria-disabled={extend.isPending}
          onClick={() => extend.run(order)}
        >
          More time
        </Button>
      )}
    </div>
  );
}
