import { eventType, type NewOrder } from "@serverlesspresso/contracts/event";
import { log } from "../log";
import { tryFollowUp } from "../orders/follow-up";
import type { FollowUp, OrderRow } from "../orders/order-row";
import { followUpId } from "../orders/order-store";
import type { Ports } from "../ports";
import type { Entrance } from "./validator-store";

/** Writes the order with what it takes and announces it. False if something stands against it, or changed. */
export async function requestOrder(ports: Ports, entrance: Entrance, at: number): Promise<boolean> {
  const { id, eventId } = entrance.order;
  const followUp = announcement(entrance.order, at);
  const owed = followUpId(entrance.order);
  const order = { ...entrance.order, pending: { [owed]: followUp } };
  if (!(await ports.validator.enter({ ...entrance, order }, at))) return false;
  log("info", "order requested", { orderId: id, eventId });
  await tryFollowUp(ports, { eventId, id }, owed, followUp);
  return true;
}

/** What an order that asks for a place owes: the event that starts its workflow. */
export function announcement({ id, userId, eventId }: OrderRow, at: number): FollowUp {
  const detail: NewOrder & { Message: string; at: string } = {
    orderId: id,
    userId,
    eventId,
    Message: "A customer asks for a place.",
    at: new Date(at).toISOString(),
  };
  return { at, event: { type: eventType.newOrder, detail } };
}
