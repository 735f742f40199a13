import type { ShopStatus } from "@serverlesspresso/contracts/shop";
import type { ShopRow } from "./shop-row";

/**
 * What a shop is at an instant: it closes by itself after last orders, and opens by itself when a manager
 * said so. The workflow's first state asks the same of the row, for the instant that its execution started.
 */
export function statusOf(
  shop: Pick<ShopRow, "open" | "reason" | "reopensAt" | "lastOrdersAt">,
  at: number,
): ShopStatus {
  if (shop.open) return shop.lastOrdersAt !== null && at >= shop.lastOrdersAt ? "closed" : "open";
  return shop.reopensAt !== null && at >= shop.reopensAt ? "open" : shop.reason;
}
