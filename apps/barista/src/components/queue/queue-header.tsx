"use client";

import type { Ticket } from "@serverlesspresso/contracts/order";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { useTabTitle } from "@serverlesspresso/ui/use-tab-title";
import { BarHeader } from "../bar/bar-header";

interface QueueHeaderProps {
  shop: Shop;
  tickets: readonly Ticket[];
}

/** Where one is, and how much there is to do. */
export function QueueHeader({ shop, tickets }: QueueHeaderProps) {
  const open = tickets.filter(({ state }) => state !== "COMPLETED").length;
  useTabTitle(`${open} open · ${shop.name}`);
  return (
    <BarHeader name={shop.name}>
      <p className="flex items-baseline gap-2">
        <span className="numerals text-title">{open}</span>
        <span className="text-soft">open</span>
      </p>
      {shop.status !== "open" && <p className="font-semibold">{shop.status}</p>}
    </BarHeader>
  );
}
