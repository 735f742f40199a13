"use client";

import { useSessionClient } from "@serverlesspresso/client/client-context";
import type { Ticket } from "@serverlesspresso/contracts/order";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { LiveBadge } from "@serverlesspresso/ui/live-badge";
import { LogOut } from "lucide-react";
import { useEffect } from "react";
import { ShopMark } from "./shop-mark";
import { SoundToggle } from "./sound-toggle";

interface QueueHeaderProps {
  shop: Shop;
  tickets: readonly Ticket[];
  live: boolean;
  lastSeenAt: number | null;
}

/** Where one is, how much there is to do, and whether it is true. */
export function QueueHeader({ shop, tickets, live, lastSeenAt }: QueueHeaderProps) {
  const session = useSessionClient();
  const ready = tickets.filter(({ state }) => state === "COMPLETED").length;
  const open = tickets.length - ready;
  useEffect(() => {
    document.title = `${open} open · ${shop.name}`;
  }, [open, shop.name]);
  return (
    <header className="flex min-h-16 shrink-0 flex-wrap items-center gap-x-6 border-hairline border-b px-4 py-1 md:px-6">
      <ShopMark name={shop.name} />
      <p className="flex items-baseline gap-2">
        <span className="numerals text-title">{open}</span>
        <span className="text-soft">open</span>
      </p>
      {shop.status !== "open" && <p className="font-semibold">{shop.status}</p>}
      <div className="ml-auto flex items-center gap-4">
        <LiveBadge live={live} lastSeenAt={lastSeenAt} />
        <SoundToggle />
        <button
          type="button"
          aria-label="Sign out"
          title="Sign out"
          onClick={() => void session.signOut()}
          className="grid size-11 place-items-center rounded-edge text-soft hover:text-ink"
        >
          <LogOut aria-hidden className="size-5" />
        </button>
      </div>
    </header>
  );
}
