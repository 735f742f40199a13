import { shopDay } from "@serverlesspresso/contracts/shop";
import type { ShopRow } from "../shop/shop-row";
import type { OrderRow } from "./order-row";
import { patienceIn } from "./patience";
import type { StepTaker } from "./take-step";

/** An order that the workflow has not taken up by then never will be. */
const admissionSeconds = 60;

export interface NewOrderFor {
  id: string;
  userId: string;
  shop: ShopRow;
  at: number;
  code: string | null;
  /** The barista who asks for it, for somebody without a phone; left out where customers ask. */
  barista?: StepTaker;
}

/** The row of an order that nobody has taken up yet. */
export function newOrder({ id, userId, shop, at, code, barista }: NewOrderFor): OrderRow {
  const asker = barista === undefined ? { by: "customer" as const } : { by: "barista" as const, ...barista };
  return {
    id,
    eventId: shop.eventId,
    userId,
    code,
    state: "REQUESTED",
    version: 1,
    drinkOrder: null,
    drink: null,
    orderNumber: null,
    day: shopDay(new Date(at), shop.timeZone),
    createdAt: at,
    submittedAt: null,
    completedAt: null,
    closedAt: null,
    due: at + admissionSeconds * 1000,
    patienceSeconds: patienceIn(shop),
    baristaUserId: null,
    baristaName: null,
    cause: null,
    reason: null,
    extensionsLeft: shop.maxExtensions,
    waiting: null,
    history: [{ version: 1, state: "REQUESTED", ...asker, at, message: "Asked for a place." }],
    keys: [],
    pending: {},
  };
}
