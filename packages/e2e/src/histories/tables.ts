import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { isFinal, OrderState } from "@serverlesspresso/contracts/order-state";
import { z } from "zod";
import { names } from "../aws-clients";
import { rowsOf } from "../secrets-of";
import type { Stack } from "../stack";

/** An order as the table holds it: what its checks read of it. */
export const OrderItem = z.looseObject({
  PK: z.string(),
  SK: z.string(),
  eventId: z.string(),
  USERID: z.string(),
  ORDERSTATE: OrderState,
  version: z.number(),
  code: z.string().optional(),
  orderNumber: z.number().optional(),
  day: z.string().optional(),
  createdAt: z.number(),
  submittedAt: z.number().optional(),
  completedAt: z.number().optional(),
  closedAt: z.number().optional(),
  due: z.number().optional(),
  DUE: z.string().optional(),
  PENDING: z.string().optional(),
  baristaUserId: z.string().optional(),
  cause: z.string().optional(),
  execution: z.string().optional(),
  waitingFor: z.enum(["customer", "barista", "collection"]).optional(),
  TaskToken: z.string().optional(),
  extensionsLeft: z.number(),
  keys: z.array(z.object({ key: z.string(), command: z.string(), userId: z.string() })),
  history: z.array(
    z.object({
      version: z.number(),
      state: OrderState,
      by: z.enum(["customer", "barista", "clock", "shop"]),
      at: z.number(),
      message: z.string(),
    }),
  ),
  pending: z.record(z.string(), z.unknown()),
});
export type OrderItem = z.infer<typeof OrderItem>;

/** A shop's places, and how many it has. */
export const ShopItem = z.looseObject({
  inFlight: z.record(z.string(), z.string()),
  maxOrdersInQueue: z.number(),
  drinksPerCode: z.number(),
  maxExtensions: z.number(),
});
export type ShopItem = z.infer<typeof ShopItem>;

/** A code of the screen, and which orders have a place on it. */
export interface CodeItem {
  code: string;
  orders: readonly string[];
}

export async function ordersOf(stack: Stack, eventId: string): Promise<OrderItem[]> {
  const rows = (await rowsOf(stack, names.orderTable)).map(plainOf);
  return rows.filter(({ PK }) => PK === `orders#${eventId}`).map((row) => OrderItem.parse(row));
}

const finalStates = OrderState.options.filter(isFinal);

/** The orders of a shop that somebody waits for now. */
export async function waitingOf(stack: Stack, eventId: string): Promise<OrderItem[]> {
  const states = Object.fromEntries(finalStates.map((state) => [`:${state}`, { S: state }]));
  const rows = await rowsOf(stack, names.orderTable, {
    FilterExpression: `PK = :shop AND NOT ORDERSTATE IN (${Object.keys(states).join(", ")})`,
    ExpressionAttributeValues: { ":shop": { S: `orders#${eventId}` }, ...states },
  });
  return rows.map((row) => OrderItem.parse(plainOf(row)));
}

export async function shopOf(stack: Stack, eventId: string): Promise<ShopItem> {
  const rows = (await rowsOf(stack, names.configTable)).map(plainOf);
  return ShopItem.parse(rows.find(({ PK }) => PK === `shop#${eventId}`));
}

export async function codesOf(stack: Stack, eventId: string): Promise<CodeItem[]> {
  const Code = z.object({ code: z.string(), orders: z.array(z.string()).default([]) });
  const rows = (await rowsOf(stack, names.validatorTable)).map(plainOf);
  return rows.filter(({ PK }) => String(PK).startsWith(`code#${eventId}#`)).map((row) => Code.parse(row));
}

/** An item without the types that DynamoDB puts around each value. */
export function plainOf(item: Record<string, AttributeValue>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: AttributeValue): unknown {
  if (value.M !== undefined) return plainOf(value.M);
  if (value.L !== undefined) return value.L.map(plainValue);
  if (value.N !== undefined) return Number(value.N);
  if (value.NULL !== undefined) return null;
  return value.S ?? value.BOOL ?? value.SS;
}
