import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MemoryDayStore } from "../fakes/memory-day-store";
import { MemoryOrderStore } from "../fakes/memory-order-store";
import { shop } from "../fakes/memory-ports";
import type { DayStore } from "../orders/day-store";
import { newOrder } from "../orders/new-order";
import type { OrderRow } from "../orders/order-row";
import type { OrderStore } from "../orders/order-store";
import { DynamoDayStore } from "./dynamo-day-store";
import { DynamoEngine, engineBinary } from "./dynamo-engine.fixture";
import { DynamoOrderStore } from "./dynamo-order-store";

const at = Date.parse("2026-11-22T09:00:00Z");
const day = "2026-11-22";
const binary = engineBinary();
let engine: DynamoEngine;
let tables = 0;

beforeAll(async () => {
  if (binary !== undefined) engine = await DynamoEngine.start(binary);
});
afterAll(() => engine?.stop());

interface Stores {
  orders: OrderStore;
  days: DayStore;
}

async function createMemoryStores(): Promise<Stores> {
  const orders = new MemoryOrderStore();
  return { orders, days: new MemoryDayStore(orders) };
}

async function createDynamoStores(): Promise<Stores> {
  const table = `orders-${++tables}`;
  await engine.createOrderTable(table);
  const { client } = engine;
  return { orders: new DynamoOrderStore(client, table), days: new DynamoDayStore(client, table) };
}

function submitted(number: number, drink: string, eventId = "default"): OrderRow {
  const order = newOrder({ id: `order-${number}`, userId: "u", shop: { ...shop, eventId }, at, code: null });
  return {
    ...order,
    state: "SUBMITTED",
    orderNumber: number,
    submittedAt: at + number * 1000,
    drinkOrder: { drink, modifiers: [] },
  };
}

/** What every store of days holds: the fake of the other tests is no easier than the index. */
describe.each([
  { name: "in memory", create: createMemoryStores, isThere: true },
  { name: "in DynamoDB", create: createDynamoStores, isThere: binary !== undefined },
])("days $name", ({ create, isThere }) => {
  it.skipIf(!isThere)("hold the orders of one shop's day that were submitted or have ended", async () => {
    const { orders, days } = await create();
    await orders.create(submitted(1, "latte"));
    await orders.create(submitted(2, "latte", "elsewhere"));
    await orders.create({ ...submitted(3, "latte"), day: "2026-11-21" });
    const asked = newOrder({ id: "4", userId: "u", shop, at, code: null });
    await orders.create(asked);
    await orders.create({ ...asked, id: "5", state: "CANCELLED", cause: "full", closedAt: at + 5 });
    const list = await days.list("default", day);
    expect(list.map(({ id }) => id).sort()).toEqual(["5", "order-1"]);
    expect(list.find(({ id }) => id === "order-1")).toEqual(
      expect.objectContaining({
        number: 1,
        state: "SUBMITTED",
        drinkOrder: { drink: "latte", modifiers: [] },
      }),
    );
    expect(list.find(({ id }) => id === "5")).toEqual(
      expect.objectContaining({ number: null, cause: "full", submittedAt: null, closedAt: at + 5 }),
    );
  });

  it.skipIf(!isThere)("give what is looked for newest first, and go on where a page ended", async () => {
    const { orders, days } = await create();
    for (let number = 1; number <= 9; number += 1) {
      await orders.create(submitted(number, number % 2 === 0 ? "latte" : "espresso"));
    }
    const numbers = async (search: Parameters<DayStore["search"]>[2], limit = 50) =>
      (await days.search("default", day, search, limit)).map((entry) => entry.number);
    expect(await numbers({}, 4)).toEqual([9, 8, 7, 6]);
    expect(await numbers({ before: { at: at + 6000, id: "order-6" } }, 4)).toEqual([5, 4, 3, 2]);
    expect(await numbers({ drink: "latte" }, 3)).toEqual([8, 6, 4]);
    expect(await numbers({ drink: "latte", before: { at: at + 4000, id: "order-4" } })).toEqual([2]);
    expect(await numbers({ number: 7 })).toEqual([7]);
    expect(await numbers({ number: 7, drink: "latte" })).toEqual([]);
  });
});
