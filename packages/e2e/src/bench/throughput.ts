import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { awsClients, names } from "../aws-clients";
import type { Stack } from "../stack";
import type { Figure } from "./figure";
import { withStack } from "./own-stack";
import type { BenchOptions } from "./parts";
import { memoryMb, processorMs } from "./processor-time";
import { wholeOrders } from "./whole-orders";

const warmUp = 40;
const writesAtOnce = 16;
const writingMs = 3_000;

/** Whole orders a second, beside how many bare conditional writes a second this machine makes. */
export function measureThroughput({ orders }: BenchOptions): Promise<Figure[]> {
  return withStack(async (stack) => {
    const order = await wholeOrders(stack);
    await order(warmUp);
    const memoryBefore = memoryMb(stack.pid);
    const writes = await writesPerSecond(stack);
    const [processorBefore, began] = [processorMs(stack.pid), performance.now()];
    await order(orders);
    const seconds = (performance.now() - began) / 1000;
    const perOrder = (processorMs(stack.pid) - processorBefore) / orders;
    const memoryAfter = memoryMb(stack.pid);
    const figure = (name: string, value: number, unit = "") => ({ part: "", name, value, unit });
    return [
      {
        ...figure("whole orders a second, durable", orders / seconds),
        budget: { atLeast: 20 },
        floor: { name: "bare conditional writes a second:", value: writes },
      },
      figure("bare writes that an order is worth", (writes * seconds) / orders),
      figure("the back end's processor time an order", perOrder, "ms"),
      {
        ...figure(`memory of the back end after ${orders} orders`, memoryAfter, "MB"),
        budget: { atMost: 600 },
        floor: { name: `after ${warmUp}:`, value: memoryBefore },
      },
    ];
  });
}

async function writesPerSecond(stack: Stack): Promise<number> {
  const { dynamodb } = awsClients(stack);
  const began = performance.now();
  let made = 0;
  const lanes = Array.from({ length: writesAtOnce }, async (_, lane) => {
    for (let next = 0; performance.now() - began < writingMs; next += 1) {
      await dynamodb.send(
        new UpdateItemCommand({
          TableName: names.countingTable,
          Key: { PK: { S: `bench#${lane}` } },
          ConditionExpression: "attribute_not_exists(PK) OR made = :before",
          UpdateExpression: "SET made = :made",
          ExpressionAttributeValues: { ":before": { N: String(next) }, ":made": { N: String(next + 1) } },
        }),
      );
      made += 1;
    }
  });
  await Promise.all(lanes);
  return (made * 1000) / (performance.now() - began);
}
