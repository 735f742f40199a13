import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import { expect, it } from "vitest";
import { DynamoEngine, engineBinary } from "../aws/dynamo-engine.fixture";
import { DynamoOrderStore } from "../aws/dynamo-order-store";
import { toItem } from "../aws/order-item";
import { shop } from "../fakes/memory-ports";
import { newOrder } from "../orders/new-order";

const binary = engineBinary();
/** More than DynamoDB reads for one page: 1 MB. */
const orders = 300;
const padding = "x".repeat(5_000);

it.runIf(binary !== undefined)(
  "finds every order of a person, over pages of the indexes and of the table",
  async () => {
    const engine = await DynamoEngine.start(binary ?? "");
    try {
      await engine.createOrderTable("orders");
      const rows = Array.from({ length: orders }, (_, n) => {
        const row = newOrder({
          id: `of-${n}`,
          userId: n % 10 === 0 ? "dora" : "carla",
          shop,
          at: n,
          code: null,
        });
        return { ...row, baristaUserId: n % 10 === 1 ? null : "carla" };
      });
      for (let first = 0; first < orders; first += 25) {
        const puts = rows.slice(first, first + 25).map((row) => ({
          PutRequest: { Item: { ...toItem(row), padding } },
        }));
        await engine.client.send(new BatchWriteCommand({ RequestItems: { orders: puts } }));
      }
      const found = await new DynamoOrderStore(engine.client, "orders").listOfPerson("carla");
      expect(new Set(found.map(({ id }) => id)).size).toBe(orders);
      expect(found).toContainEqual({ eventId: "default", id: "of-0" });
      expect(await new DynamoOrderStore(engine.client, "orders").listOfPerson("ana")).toEqual([]);
      const ofStaff = await new DynamoOrderStore(engine.client, "orders").listOfStaff("carla");
      expect(new Set(ofStaff.map(({ id }) => id)).size).toBe(orders - orders / 10);
      expect(ofStaff).not.toContainEqual({ eventId: "default", id: "of-1" });
      expect(await new DynamoOrderStore(engine.client, "orders").listOfStaff("carl")).toEqual([]);
    } finally {
      engine.stop();
    }
  },
);
