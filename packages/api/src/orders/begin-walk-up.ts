import type { Caller } from "../caller";
import { log } from "../log";
import type { Ports } from "../ports";
import { announcement } from "../qr-code/request-order";
import { shopOf } from "../shop/shop-of";
import { tryFollowUp } from "./follow-up";
import { newOrder } from "./new-order";
import { orderIdOf } from "./order-id";
import { followUpId } from "./order-store";

export interface WalkUpRequest {
  eventId: string;
  /** Who takes the order. */
  caller: Caller;
  key: string;
}

/**
 * Begins the order of somebody without a phone and resolves to its id, the same one for the same key. The
 * workflow admits it as any other: by the shop's hours and places. It takes no place on a code, and belongs to
 * nobody, so that it counts for nobody's day. Throws `not_found`.
 */
export async function beginWalkUp(ports: Ports, { eventId, caller, key }: WalkUpRequest): Promise<string> {
  const shop = await shopOf(ports.shops, eventId);
  const id = orderIdOf("walk-up", eventId, caller.sub, key);
  const barista = { userId: caller.sub, name: await ports.staff.nameOf(caller.username) };
  const at = ports.clock.now();
  const order = newOrder({ id, userId: walkUpOf(id), shop, at, code: null, barista });
  const followUp = announcement(order, at);
  const owed = followUpId(order);
  if (!(await ports.orders.create({ ...order, pending: { [owed]: followUp } }))) return id;
  log("info", "walk-up begun", { orderId: id, eventId });
  await tryFollowUp(ports, { eventId, id }, owed, followUp);
  return id;
}

/** Nobody's id: no account has one like it, and no channel of the live feed either. */
function walkUpOf(orderId: string): string {
  return `walk-up:${orderId}`;
}
