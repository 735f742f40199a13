import { z } from "zod";
import type { OrderRow } from "../orders/order-row";
import { type Answered, answersAfter, type CustomerLease } from "../orders/order-store";
import type { Item } from "./order-item";

const daysKept = 30;

const LeaseItem = z.object({
  orderId: z.string(),
  answered: z.array(z.object({ wanted: z.string(), got: z.string() })).default([]),
});

/** Where a customer's lease of one shop stands in the validator table. */
export function leaseKey(eventId: string, userId: string): { PK: string } {
  return { PK: `customer#${eventId}#${userId}` };
}

/** The lease of an item; throws where the item is none of ours. */
export function toLease(item: Item): CustomerLease {
  return LeaseItem.parse(item);
}

/** The update that makes a new order its customer's latest, if the lease is still as it was read. */
export function takeLease({ id, eventId, userId }: OrderRow, read: CustomerLease | null, at: number) {
  const { condition, values } = isStill(read);
  return {
    Key: leaseKey(eventId, userId),
    UpdateExpression: "SET orderId = :id, expiresAt = :until",
    ConditionExpression: condition,
    ExpressionAttributeValues: {
      ...values,
      ":id": id,
      ":until": Math.ceil(at / 1000) + daysKept * 86_400,
    },
  };
}

/** The update that remembers one more answer, if the lease is still as it was read. */
export function addAnswer(eventId: string, userId: string, read: CustomerLease, answered: Answered) {
  const { condition, values } = isStill(read);
  return {
    Key: leaseKey(eventId, userId),
    UpdateExpression: "SET answered = :next",
    ConditionExpression: condition,
    ExpressionAttributeValues: { ...values, ":next": answersAfter(read, answered) },
  };
}

function isStill(read: CustomerLease | null) {
  if (read === null) return { condition: "attribute_not_exists(orderId)", values: {} };
  const values = { ":orderId": read.orderId };
  if (read.answered.length === 0) {
    return { condition: "orderId = :orderId AND attribute_not_exists(answered)", values };
  }
  const condition = "orderId = :orderId AND answered = :answered";
  return { condition, values: { ...values, ":answered": read.answered } };
}
