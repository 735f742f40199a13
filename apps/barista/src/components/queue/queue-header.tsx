"use client";

import type { Ticket } from "@serverlesspresso/contracts/order";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { LiveBadge } from "@serverlesspresso/ui/live-badge";
import { useTabTitle } from "@serverlesspresso/ui/use-tab-title";
import { BarHeader } from "../bar/bar-header";
import { SoundToggle } from "../bar/sound-toggle";

interface QueueHeaderProps {
  shop: Shop;
  tickets: readonly Ticket[];
  live: boolean;
  lastSeenAt: number | null;
}

/** Where one is, how much there is to do, and whether it is true. */
export function QueueHeader({ shop, tickets, live, lastSeenAt }: QueueHeaderProps) {
  const open = tickets.filter(({ state }) => state !== "COMPLETED").length;
  useTabTitle(`${open} open · ${shop.name}`);
  const aside = (
    <>
      <LiveBadge live={live} lastSeenAt={lastSeenAt} />
      <SoundToggle />
    </>
  );
  return (
    <BarHeader name={shop.name} aside={aside}>
      <p className="flex items-baseline gap-2">
        <span className="numerals text-title">{open}</span>
        <span className="text-soft">open</span>
      </p>
      {shop.status !== "open" && <p className="font-semibold">{shop.status}</p>}
    </BarHeader>
  );
}
