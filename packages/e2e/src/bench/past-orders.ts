import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  type WriteRequest,
} from "@aws-sdk/client-dynamodb";
import { shopDay } from "@serverlesspresso/contracts/shop";
import { awsClients, names } from "../aws-clients";
import type { Stack } from "../stack";

type Item = Record<string, AttributeValue>;

const dayMs = 86_400_000;
/** Rows are kept for ninety days; today's are the shop's own. */
const days = 88;
const inOneWrite = 25;
const writesAtOnce = 4;
const tellEvery = 10_000;
const times = ["TS", "createdAt", "submittedAt", "completedAt", "closedAt"] as const;

/** Writes so many orders of past days into a stack's table: copies of one that was collected there. */
export async function writePastOrders(stack: Stack, orderId: string, count: number): Promise<void> {
  const { dynamodb } = awsClients(stack);
  const key = { PK: { S: "orders" }, SK: { S: orderId } };
  const { Item: model } = await dynamodb.send(
    new GetItemCommand({ TableName: names.orderTable, Key: key, ConsistentRead: true }),
  );
  if (model?.ORDERSTATE?.S !== "COLLECTED") throw new Error(`${orderId} is not there, or not collected`);
  let next = 0;
  const lanes = Array.from({ length: writesAtOnce }, async () => {
    while (next < count) {
      const from = next;
      next += inOneWrite;
      if (from > 0 && from % tellEvery === 0) console.log(`  ${from} past orders so far`);
      const size = Math.min(inOneWrite, count - from);
      await write(
        dynamodb,
        Array.from({ length: size }, (_, index) => pastOrder(model, from + index, count)),
      );
    }
  });
  await Promise.all(lanes);
}

/** The same order as somebody else's, on a day of its own. */
function pastOrder(model: Item, index: number, count: number): Item {
  const back = 1 + Math.floor((index / count) * days);
  const moved = times.map((name) => [name, { N: String(Number(model[name]?.N) - back * dayMs) }]);
  const day = shopDay(new Date(Number(model.TS?.N) - back * dayMs), "Europe/Berlin");
  return {
    ...model,
    ...Object.fromEntries(moved),
    SK: { S: `past-${index}` },
    USERID: { S: `past-guest-${index % 5_000}` },
    day: { S: day },
    shopDay: { S: `default#${day}` },
    orderNumber: { N: String(1 + (index % Math.ceil(count / days))) },
  };
}

async function write(dynamodb: DynamoDBClient, items: readonly Item[]): Promise<void> {
  let left: WriteRequest[] = items.map((Item) => ({ PutRequest: { Item } }));
  while (left.length > 0) {
    const { UnprocessedItems } = await dynamodb.send(
      new BatchWriteItemCommand({ RequestItems: { [names.orderTable]: left } }),
    );
    left = UnprocessedItems?.[names.orderTable] ?? [];
  }
}
