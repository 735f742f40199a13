import {
  type AttributeValue,
  BatchGetItemCommand,
  GetItemCommand,
  paginateQuery,
} from "@aws-sdk/client-dynamodb";
import { isFinal, OrderState } from "@serverlesspresso/contracts/order-state";
import { z } from "zod";
import { awsClients, names } from "../aws-clients";
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

/** Every order that a shop ever had. */
export async function ordersOf(stack: Stack, eventId: string): Promise<OrderItem[]> {
  const found: OrderItem[] = [];
  const pages = paginateQuery(
    { client: awsClients(stack).dynamodb },
    {
      ...{ TableName: names.orderTable, ConsistentRead: true },
      KeyConditionExpression: "PK = :shop",
      ExpressionAttributeValues: { ":shop": { S: partitionOf(eventId) } },
    },
  );
  for await (const { Items = [] } of pages) found.push(...Items.map((row) => OrderItem.parse(plainOf(row))));
  return found;
}

/** The orders of a shop that have not ended. */
export async function openOrdersOf(stack: Stack, eventId: string): Promise<OrderItem[]> {
  return (await ordersOf(stack, eventId)).filter(({ ORDERSTATE }) => !isFinal(ORDERSTATE));
}

/** DynamoDB answers no more of them at once. */
const mostKeys = 100;

/** Some orders of a shop, in any order; those that there are not are left out. */
export async function ordersById(
  stack: Stack,
  eventId: string,
  ids: readonly string[],
): Promise<OrderItem[]> {
  const found: OrderItem[] = [];
  for (let from = 0; from < ids.length; from += mostKeys) {
    const Keys = ids
      .slice(from, from + mostKeys)
      .map((id) => ({ PK: { S: partitionOf(eventId) }, SK: { S: id } }));
    const RequestItems = { [names.orderTable]: { Keys, ConsistentRead: true } };
    const { Responses, UnprocessedKeys } = await awsClients(stack).dynamodb.send(
      new BatchGetItemCommand({ RequestItems }),
    );
    const unread = UnprocessedKeys?.[names.orderTable]?.Keys?.flatMap(({ SK }) => SK?.S ?? []) ?? [];
    found.push(...(Responses?.[names.orderTable] ?? []).map((row) => OrderItem.parse(plainOf(row))));
    found.push(...(await ordersById(stack, eventId, unread)));
  }
  return found;
}

function partitionOf(eventId: string): string {
  return `orders#${eventId}`;
}

export async function shopOf(stack: Stack, eventId: string): Promise<ShopItem> {
  const { Item } = await awsClients(stack).dynamodb.send(
    new GetItemCommand({
      ...{ TableName: names.configTable, ConsistentRead: true },
      Key: { PK: { S: `shop#${eventId}` } },
    }),
  );
  return ShopItem.parse(plainOf(Item ?? {}));
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
