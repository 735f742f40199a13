import { createHash } from "node:crypto";
import { AppError } from "@serverlesspresso/contracts/error";
import { eventType, type NewOrder } from "@serverlesspresso/contracts/event";
import { isFinal } from "@serverlesspresso/contracts/order-state";
import type { Caller } from "../caller";
import { log } from "../log";
import { tryFollowUp } from "../orders/follow-up";
import { newOrder } from "../orders/new-order";
import type { FollowUp, OrderRow } from "../orders/order-row";
import { followUpId } from "../orders/order-store";
import type { Ports } from "../ports";
import { shopOf } from "../shop/shop-of";
import type { ShopRow } from "../shop/shop-row";
import { standingCode } from "./standing-code";

const maxTries = 10;

export interface RedeemRequest {
  eventId: string;
  caller: Caller;
  key: string;
  code: string;
}

/**
 * Starts an order and resolves to its id: the same one for the same key, and the one in progress where the
 * customer has one. Throws `code_unknown`.
 */
export async function redeemCode(ports: Ports, request: RedeemRequest): Promise<string> {
  if (request.code !== standingCode) {
    throw new AppError("code_unknown", "This is not the code on the screen. Please scan it again.", {
      field: "code",
    });
  }
  const shop = await shopOf(ports.shops, request.eventId);
  const id = orderIdOf(request);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const orderId = await tryToRequest(ports, shop, id, request.caller.sub);
    if (orderId !== null) return orderId;
  }
  throw new Error(`The orders of one customer changed ${maxTries} times while one was being requested.`);
}

/** The key names the order, so that a repeat finds it without anything having been kept for that. */
function orderIdOf({ eventId, caller, key }: RedeemRequest): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([eventId, caller.sub, key]))
    .digest("hex");
  return [8, 12, 16, 20, 32].map((to, n, all) => digest.slice(all[n - 1] ?? 0, to)).join("-");
}

/** Null if something changed meanwhile. */
async function tryToRequest(ports: Ports, shop: ShopRow, id: string, userId: string): Promise<string | null> {
  const { eventId } = shop;
  const [known, lease] = await Promise.all([
    ports.orders.read({ eventId, id }),
    ports.orders.leaseOf(eventId, userId),
  ]);
  if (known !== null) return id;
  const answered = lease?.answered.find(({ wanted }) => wanted === id);
  if (answered !== undefined) return answered.got;
  const latest = lease === null ? null : await ports.orders.read({ eventId, id: lease.orderId });
  if (lease !== null && latest !== null && !isFinal(latest.state)) {
    // Without this a repeat that arrives after the order has ended would start another one.
    const isKept = await ports.orders.rememberAnswer(eventId, userId, lease, { wanted: id, got: latest.id });
    return isKept ? latest.id : null;
  }

  const at = ports.clock.now();
  const requested = newOrder({ id, userId, shop, at });
  const followUp = announcement(requested, at);
  const row = { ...requested, pending: { [followUpId(requested)]: followUp } };
  if (!(await ports.orders.request(row, lease, at))) return null;
  log("info", "order requested", { orderId: id, eventId });
  await tryFollowUp(ports, { eventId, id }, followUpId(row), followUp);
  return id;
}

function announcement({ id, userId, eventId }: OrderRow, at: number): FollowUp {
  const detail: NewOrder & { Message: string; at: string } = {
    orderId: id,
    userId,
    eventId,
    Message: "A customer asks for a place.",
    at: new Date(at).toISOString(),
  };
  return { at, event: { type: eventType.newOrder, detail } };
}
