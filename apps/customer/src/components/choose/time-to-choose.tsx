"use client";

import { useOrderCommand } from "@serverlesspresso/client/mutations";
import { isPassing } from "@serverlesspresso/client/network-error";
import { useServerNow } from "@serverlesspresso/client/use-server-now";
import type { Order } from "@serverlesspresso/contracts/order";
import { Button } from "@serverlesspresso/ui/button";
import { useState } from "react";
import { isShort, leftText, warningText } from "./left-text";

/** How long the place is kept, calmly, and more of it; in good time a word that it ends. */
export function TimeToChoose({ order }: { order: Order }) {
  const now = useServerNow();
  const [refused, setRefused] = useState<string | null>(null);
  const extend = useOrderCommand("extend", {
    onRefused: (refusal) =>
      setRefused(isPassing(refusal) ? "The bar has not answered yet. Ask again." : refusal.message),
  });
  const [granted, setGranted] = useState({ dueAt: order.dueAt, text: "" });
  if (order.state !== "CREATED" || order.dueAt === null) return <RoomIsMade />;
  const left = Math.max(0, Math.round((Date.parse(order.dueAt) - now) / 1000));
  const short = isShort(left);
  const isMore = granted.dueAt !== null;
  if (granted.dueAt !== order.dueAt) {
    setGranted({ dueAt: order.dueAt, text: isMore ? leftText(left) : "" });
    // Its answer was lost, what it asked for was not.
    setRefused(null);
  }
  const askFor = () => {
    setRefused(null);
    extend.run(order);
  };
  return (
    <div className="mt-1">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 lg:justify-start lg:gap-x-8">
        <p role="timer" className={`text-note tabular-nums ${short ? "font-semibold" : "text-soft"}`}>
          {leftText(left)}
        </p>
        {(order.extensionsLeft > 0 || granted.text !== "") && (
          <Button
            variant={short ? "outline" : "plain"}
            className={`shrink-0 whitespace-nowrap text-note ${short ? "" : "-mx-4"}`}
            // Not gone with the last of it: whoever stands on it still stands somewhere.
            aria-disabled={extend.isPending || order.extensionsLeft === 0}
            onClick={order.extensionsLeft === 0 ? undefined : askFor}
          >
            {buttonText(extend.isPending, order.extensionsLeft)}
          </Button>
        )}
      </div>
      <p role="status" className="sr-only">
        {short ? warningText(order.extensionsLeft) : granted.text}
      </p>
      {refused && (
        <p role="alert" className="text-late text-note">
          {refused}
        </p>
      )}
    </div>
  );
}

function buttonText(isAsking: boolean, extensionsLeft: number): string {
  if (isAsking) return "Asking…";
  return extensionsLeft > 0 ? "More time" : "No more time";
}

/** In the time's place until the bar has a place: nothing moves when it comes. */
function RoomIsMade() {
  return (
    <p className="mt-1 flex min-h-11 items-center text-note text-soft">The bar is making room for you.</p>
  );
}
