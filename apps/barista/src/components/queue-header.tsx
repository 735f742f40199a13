"use client";

import type { Ticket } from "@serverlesspresso/contracts/order";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { LiveBadge } from "@serverlesspresso/ui/live-badge";
import { useTabTitle } from "@serverlesspresso/ui/use-tab-title";
import Link from "next/link";
import { BarHeader } from "./bar-header";
import { SoundToggle } from "./sound-toggle";
import { useShopPath } from "./use-shop-path";

interface QueueHeaderProps {
  shop: Shop;
  tickets: readonly Ticket[];
  manager: boolean;
  live: boolean;
  lastSeenAt: number | null;
}

/** Where one is, how much there is to do, and whether it is true. */
export function QueueHeader({ shop, tickets, manager, live, lastSeenAt }: QueueHeaderProps) {
  const staff = useShopPath("/staff");
  const open = tickets.filter(({ state }) => state !== "COMPLETED").length;
  useTabTitle(`${open} open · ${shop.name}`);
  const aside = (
    <>
      <LiveBadge live={live} lastSeenAt={lastSeenAt} />
      <SoundToggle />
      {manager && (
        <Link
          href={staff}
          className="inline-flex min-h-11 items-center rounded-edge px-2 font-semibold text-note underline decoration-hairline decoration-2 underline-offset-4 hover:decoration-copper"
        >
          Staff
        </Link>
      )}
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
