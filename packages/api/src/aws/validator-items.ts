import * as z from "zod/mini";
import type { CodeWindow } from "../qr-code/code-window";
import { CustomerRow } from "../qr-code/customer-row";
import type { CodeRow } from "../qr-code/validator-store";
import type { Item } from "./order-item";

const daySeconds = 86_400;
const customersKeptDays = 30;
/** Longer than any token of a deleted account lives. */
const forgottenKeptDays = 1;
/** Until then somebody who scans an old picture is told that the code has expired, afterwards that it is none. */
const codesKeptDays = 7;

const CodeItem = z.object({
  eventId: z.string(),
  code: z.string(),
  from: z.number(),
  until: z.number(),
  orders: z._default(z.set(z.string()), new Set()),
});

export function customerKey(eventId: string, userId: string): { PK: string } {
  return { PK: `customer#${eventId}#${userId}` };
}

export function codeKey(eventId: string, code: string): { PK: string } {
  return { PK: `code#${eventId}#${code}` };
}

export function windowKey(eventId: string, { from, until }: CodeWindow): { PK: string } {
  return { PK: `window#${eventId}#${from}#${until}` };
}

/** The customer of an item; throws where the item is none of ours. */
export function toCustomer(item: Item): CustomerRow {
  return CustomerRow.parse(item);
}

/** The put of a customer's row, on the condition that it is still as it was read. */
export function customerPut(
  eventId: string,
  userId: string,
  read: CustomerRow | null,
  next: CustomerRow,
  at: number,
) {
  const keptDays = next.isForgotten ? forgottenKeptDays : customersKeptDays;
  const expiresAt = Math.ceil(at / 1000) + keptDays * daySeconds;
  const Item = { ...customerKey(eventId, userId), ...next, expiresAt };
  if (read === null) return { Item, ConditionExpression: "attribute_not_exists(PK)" };
  return {
    Item,
    ConditionExpression: "version = :read",
    ExpressionAttributeValues: { ":read": read.version },
  };
}

export function toCode(item: Item): CodeRow {
  return CodeItem.parse(item);
}

/** A code's own item, and the one by which its window finds it. */
export function codeItems({ eventId, code, from, until }: CodeRow): { code: Item; window: Item } {
  const expiresAt = Math.ceil(until / 1000) + codesKeptDays * daySeconds;
  return {
    code: { ...codeKey(eventId, code), eventId, code, from, until, expiresAt },
    window: { ...windowKey(eventId, { from, until }), code, expiresAt },
  };
}

/** The update that takes a place on a code, while it has one. A set that would be empty is not there at all. */
export function placeUpdate(eventId: string, code: string, orderId: string, drinksPerCode: number) {
  return {
    Key: codeKey(eventId, code),
    UpdateExpression: "ADD orders :order",
    ConditionExpression:
      "attribute_exists(PK) AND :most > :none AND (attribute_not_exists(orders) OR size(orders) < :most)",
    ExpressionAttributeValues: { ":order": new Set([orderId]), ":most": drinksPerCode, ":none": 0 },
  };
}
