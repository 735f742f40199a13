"use client";

import { useServerNow } from "@serverlesspresso/client/use-server-now";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { lastOrdersText } from "./last-orders-text";

/** Until when the bar takes orders, where a manager has said so. */
export function LastOrders({ shop }: { shop: Shop }) {
  const text = lastOrdersText(shop, useServerNow());
  if (text === null) return null;
  return <p className="mt-4 text-note text-soft">{text}</p>;
}
