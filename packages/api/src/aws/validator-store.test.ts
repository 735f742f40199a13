import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MemoryOrderStore } from "../fakes/memory-order-store";
import { shop } from "../fakes/memory-ports";
import { MemoryValidatorStore } from "../fakes/memory-validator-store";
import { newOrder } from "../orders/new-order";
import type { OrderStore } from "../orders/order-store";
import { newCustomer, withOrder, withWrongCode } from "../qr-code/customer-row";
import type { CodeRow, Entrance, ValidatorStore } from "../qr-code/validator-store";
import { DynamoEngine, engineBinary } from "./dynamo-engine.fixture";
import { DynamoOrderStore } from "./dynamo-order-store";
import { DynamoValidatorStore } from "./dynamo-validator-store";

const at = Date.parse("2026-11-22T09:00:00Z");
const binary = engineBinary();
let engine: DynamoEngine;
let tables = 0;

beforeAll(async () => {
  if (binary !== undefined) engine = await DynamoEngine.start(binary);
});
afterAll(() => engine?.stop());

interface Stores {
  orders: OrderStore;
  validator: ValidatorStore;
}

function inMemory(): Stores {
  const orders = new MemoryOrderStore();
  return { orders, validator: new MemoryValidatorStore(orders) };
}

async function inDynamo(): Promise<Stores> {
  const names = { orders: `orders-${++tables}`, validator: `validator-${tables}` };
  await engine.createOrderTable(names.orders);
  await engine.createTable(names.validator);
  return {
    orders: new DynamoOrderStore(engine.client, names.orders),
    validator: new DynamoValidatorStore(engine.client, names),
  };
}

const row: CodeRow = {
  eventId: "default",
  code: "34679CDFGH",
  from: at,
  until: at + 300_000,
  orders: new Set(),
};

const entrance = (id: string, userId: string, drinksPerCode = 10): Entrance => ({
  order: newOrder({ id, userId, shop, at, code: row.code }),
  code: row.code,
  drinksPerCode,
  customer: { read: null, next: withOrder(newCustomer, id, "2026-11-22") },
});

/** What every validator store holds: the fake of the other tests is no easier than the table. */
describe.each([
  { name: "in memory", create: async () => inMemory(), isThere: true },
  { name: "in DynamoDB", create: inDynamo, isThere: binary !== undefined },
])("the validator's store $name", ({ create, isThere }) => {
  let stores: Stores;
  beforeEach(async () => {
    if (isThere) stores = await create();
  });
  const placesTaken = async () => [...((await stores.validator.readCode("default", row.code))?.orders ?? [])];

  it.runIf(isThere)("gives a window one code, and a code one window", async () => {
    const { validator } = stores;
    expect(await validator.readWindow("default", row)).toBeNull();
    expect(await validator.createCode(row)).toBe(true);
    expect(await validator.createCode({ ...row, code: "PQRTWXY346" })).toBe(false);
    expect(await validator.createCode({ ...row, from: row.until, until: row.until + 1 })).toBe(false);
    expect(await validator.readWindow("default", row)).toEqual(row);
    expect(await validator.readCode("default", row.code)).toEqual(row);
    expect(await validator.readCode("park", row.code)).toBeNull();
  });

  it.runIf(isThere)("draws one code however many ask for a window at once", async () => {
    const codes = Array.from({ length: 20 }, (_, n) => ({ ...row, code: `CODE${n}` }));
    const made = await Promise.all(codes.map((each) => stores.validator.createCode(each)));
    expect(made.filter(Boolean)).toHaveLength(1);
  });

  it.runIf(isThere)("writes order, place and customer together", async () => {
    await stores.validator.createCode(row);
    const wanted = entrance("1", "carla");
    expect(await stores.validator.enter(wanted, at)).toBe(true);
    expect(await stores.orders.read({ eventId: "default", id: "1" })).toEqual(wanted.order);
    expect(await placesTaken()).toEqual(["1"]);
    expect(await stores.validator.readCustomer("default", "carla")).toEqual(wanted.customer.next);
  });

  it.runIf(isThere)("writes nothing where one of them stands against it", async () => {
    const { validator, orders } = stores;
    expect(await validator.enter(entrance("0", "anna"), at)).toBe(false);
    await validator.createCode(row);
    await validator.enter(entrance("1", "carla"), at);
    const refused = [entrance("1", "dora"), entrance("2", "carla"), entrance("3", "dora", 1)];
    refused.push(entrance("4", "dora", 0));
    for (const each of refused) expect(await validator.enter(each, at)).toBe(false);
    expect(await placesTaken()).toEqual(["1"]);
    expect(await validator.readCustomer("default", "dora")).toBeNull();
    for (const id of ["0", "2", "3", "4"]) expect(await orders.read({ eventId: "default", id })).toBeNull();
  });

  it.runIf(isThere)("oversells no code, however many ask at once", async () => {
    await stores.validator.createCode(row);
    const wanted = Array.from({ length: 40 }, (_, n) => entrance(`order-${n}`, `user-${n}`, 7));
    const entered = await Promise.all(wanted.map((each) => stores.validator.enter(each, at)));
    expect(entered.filter(Boolean)).toHaveLength(7);
    expect(await placesTaken()).toHaveLength(7);
  });

  it.runIf(isThere)(
    "gives a place back once, however often it is given, and none to a code that is gone",
    async () => {
      await stores.validator.createCode(row);
      await stores.validator.enter(entrance("1", "carla"), at);
      await stores.validator.enter(entrance("2", "dora"), at);
      await stores.validator.returnPlace("default", row.code, "1");
      await stores.validator.returnPlace("default", row.code, "1");
      await stores.validator.returnPlace("default", "NONE", "1");
      expect(await placesTaken()).toEqual(["2"]);
      expect(await stores.validator.readCode("default", "NONE")).toBeNull();
      expect(await stores.validator.enter(entrance("3", "emil", 2), at)).toBe(true);
    },
  );

  it.runIf(isThere)("saves a customer only over what was read", async () => {
    const { validator } = stores;
    const first = withWrongCode(newCustomer, at);
    expect(await validator.saveCustomer("default", "carla", newCustomer, first, at)).toBe(false);
    expect(await validator.saveCustomer("default", "carla", null, first, at)).toBe(true);
    expect(await validator.saveCustomer("default", "carla", null, first, at)).toBe(false);
    const second = withWrongCode(first, at);
    expect(await validator.saveCustomer("default", "carla", first, second, at)).toBe(true);
    expect(await validator.saveCustomer("default", "carla", first, second, at)).toBe(false);
    expect(await validator.readCustomer("default", "carla")).toEqual(second);
    expect(await validator.readCustomer("park", "carla")).toBeNull();
  });
});
