import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MemoryOrderStore } from "../fakes/memory-order-store";
import { menu, shop } from "../fakes/memory-ports";
import { newOrder } from "../orders/new-order";
import type { FollowUp, OrderRow, Waiting } from "../orders/order-row";
import type { OrderStore } from "../orders/order-store";
import { takeStep } from "../orders/take-step";
import { owesAnnouncement } from "../shop/announce-shop";
import { shopOf } from "../shop/shop-of";
import { DynamoCounter } from "./dynamo-counter";
import { DynamoEngine, engineBinary } from "./dynamo-engine.fixture";
import { DynamoMenuStore } from "./dynamo-menu-store";
import { DynamoOrderStore } from "./dynamo-order-store";
import { DynamoShopStore } from "./dynamo-shop-store";
import { keyOf, toItem } from "./order-item";

const at = Date.parse("2026-11-22T09:00:00Z");
const binary = engineBinary();
let engine: DynamoEngine;
let tables = 0;

beforeAll(async () => {
  if (binary !== undefined) engine = await DynamoEngine.start(binary);
});
afterAll(() => engine?.stop());

async function createDynamoStore(): Promise<OrderStore> {
  const table = `orders-${++tables}`;
  await engine.createOrderTable(table);
  return new DynamoOrderStore(engine.client, table);
}

const requested = (id = "1", userId = "carla") => newOrder({ id, userId, shop, at, code: null });
const waiting = (wait: number, execution = "run-1"): Waiting => ({
  execution,
  wait,
  waitingFor: "customer",
  taskToken: `${execution}:${wait}`,
});
const admitted = (row: OrderRow) =>
  takeStep(row, {
    move: "admit",
    by: "shop",
    at,
    message: "",
    event: null,
    fields: { waiting: waiting(1), due: at + 900_000 },
  }).next;
const owed = (since: number): FollowUp => ({ at: since, token: { taskToken: "t", outcome: "success" } });

async function read(store: OrderStore, id = "1"): Promise<OrderRow> {
  const row = await store.read({ eventId: "default", id });
  if (row === null) throw new Error(`There is no row ${id}.`);
  return row;
}

/** What every order store holds: the fake of the other tests is no easier than the table. */
describe.each([
  { name: "in memory", create: async (): Promise<OrderStore> => new MemoryOrderStore(), isThere: true },
  { name: "in DynamoDB", create: createDynamoStore, isThere: binary !== undefined },
])("the order store $name", ({ create, isThere }) => {
  let store: OrderStore;
  const ref = { eventId: "default", id: "1" };
  beforeEach(async () => {
    if (isThere) store = await create();
  });

  it.runIf(isThere)("gives back what it was given, and nothing for an unknown order", async () => {
    const row = { ...admitted(requested()), pending: { v2: owed(at) } };
    await store.create(row);
    expect(await read(store)).toEqual(row);
    expect(await store.read({ eventId: "park", id: "1" })).toBeNull();
  });

  it.runIf(isThere)("creates a row once", async () => {
    expect(await store.create(requested())).toBe(true);
    expect(await store.create(requested("1", "dora"))).toBe(false);
    expect((await read(store)).userId).toBe("carla");
  });

  it.runIf(isThere)("saves a row only over the version that was read", async () => {
    await store.create(requested());
    const row = await read(store);
    expect(await store.save(row, admitted(row), null)).toBe(true);
    expect(await store.save(row, admitted(row), null)).toBe(false);
    expect((await read(store)).version).toBe(2);
  });

  it.runIf(isThere)("saves no row whose token was replaced since it was read", async () => {
    await store.create(admitted(requested()));
    const row = await read(store);
    await store.storeToken(ref, waiting(2));
    expect(await store.save(row, { ...row, version: row.version + 1 }, null)).toBe(false);
    expect((await read(store)).waiting).toEqual(waiting(2));
  });

  it.runIf(isThere)("stores a token only of a later wait of the row's own execution", async () => {
    await store.create(admitted(requested()));
    expect(await store.storeToken(ref, waiting(1))).toBe(false);
    expect(await store.storeToken(ref, waiting(2, "run-2"))).toBe(false);
    expect(await store.storeToken(ref, waiting(2))).toBe(true);
    expect(await store.storeToken({ eventId: "default", id: "none" }, waiting(2))).toBe(false);
  });

  it.runIf(isThere)("keeps each follow-up until it is removed, and lists the row that long", async () => {
    await store.create(requested());
    const first = await read(store);
    await store.save(first, { ...first, version: 2 }, owed(at));
    const second = await read(store);
    await store.save(second, { ...second, version: 3 }, owed(at + 5_000));
    expect(await store.listPending(at)).toEqual([]);
    expect(await store.listPending(at + 1)).toMatchObject([ref]);
    await store.removeFollowUp(ref, "v2");
    expect(Object.keys((await read(store)).pending)).toEqual(["v3"]);
    await store.removeFollowUp(ref, "v3");
    await store.removeFollowUp(ref, "v3");
    expect(await store.listPending(at + 60_000)).toEqual([]);
  });

  it.runIf(isThere)("lists what is live, what is due and whose it is, each as it stands", async () => {
    const submitted = (id: string, submittedAt: number, state: OrderRow["state"]): OrderRow => ({
      ...requested(id),
      state,
      submittedAt,
      due: submittedAt + 1_000,
    });
    await store.create(submitted("b", at + 2, "MAKING"));
    await store.create(submitted("a", at + 1, "SUBMITTED"));
    await store.create(submitted("c", at + 3, "COMPLETED"));
    await store.create({ ...submitted("d", at + 4, "COLLECTED"), due: null });
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
    expect(ids(await store.listLive("default", "open"))).toEqual(["a", "b"]);
    expect(ids(await store.listLive("default", "completed"))).toEqual(["c"]);
    expect(await store.listLive("park", "open")).toEqual([]);
    expect(ids(await store.listOfCustomer("carla", "default", 3))).toEqual(["d", "c", "b"]);
    expect(ids(await store.listDue(at + 1_002))).toEqual(["a"]);
  });

  it.runIf(isThere)("lists the orders that name one of the staff, however they do", async () => {
    const step = { version: 1, state: "COLLECTED", by: "barista", at, message: "Collected." } as const;
    const named: Partial<OrderRow>[] = [
      { baristaUserId: "ana" },
      { history: [{ ...step, name: "Ana", userId: "ana" }] },
      { keys: [{ key: "k", command: "collect", userId: "ana" }] },
      { history: [{ ...step, name: "Ana" }], baristaUserId: "ben" },
    ];
    for (const [n, fields] of named.entries()) await store.create({ ...requested(`${n}`), ...fields });
    expect((await store.listOfStaff("ana")).map(({ id }) => id).sort()).toEqual(["0", "1", "2"]);
    expect(await store.listOfStaff("carla")).toEqual([]);
    const first = await read(store, "0");
    await store.save(first, { ...first, version: 2, baristaUserId: null }, null);
    expect((await store.listOfStaff("ana")).map(({ id }) => id).sort()).toEqual(["1", "2"]);
  });

  it.runIf(isThere)(
    "lists a customer's newest orders of one shop, however many others are newer",
    async () => {
      for (let n = 1; n <= 12; n += 1) {
        const eventId = n % 4 === 1 ? "default" : "park";
        await store.create({ ...requested(`${n}`), eventId, createdAt: at + n });
      }
      const ids = async (eventId: string, limit: number) =>
        (await store.listOfCustomer("carla", eventId, limit)).map(({ id }) => id);
      expect(await ids("default", 2)).toEqual(["9", "5"]);
      expect(await ids("default", 50)).toEqual(["9", "5", "1"]);
      expect(await ids("park", 4)).toEqual(["12", "11", "10", "8"]);
    },
  );
});

describe.runIf(binary !== undefined)("the order table", () => {
  it("takes an order off its sparse indexes when it ends", async () => {
    const store = await createDynamoStore();
    await store.create({ ...requested(), state: "SUBMITTED" });
    const row = await read(store);
    await store.save(row, { ...row, version: 2, state: "CANCELLED", due: null, closedAt: at }, null);
    const { Item } = await engine.client.send(
      new GetCommand({ TableName: `orders-${tables}`, Key: keyOf(row), ConsistentRead: true }),
    );
    expect(Object.keys(Item ?? {})).not.toEqual(expect.arrayContaining(["LIVE"]));
    expect(Item).toMatchObject({ PK: "orders", SK: "1", USERID: "carla", ORDERSTATE: "CANCELLED" });
    expect(Item).not.toHaveProperty("DUE");
  });

  it("does not lose the queue to one row that was broken by hand", async () => {
    const store = await createDynamoStore();
    await store.create({ ...requested("good"), state: "SUBMITTED" });
    const Item = { ...toItem({ ...requested("bad"), state: "SUBMITTED" }), version: "one" };
    await engine.client.send(new PutCommand({ TableName: `orders-${tables}`, Item }));
    expect((await store.listLive("default", "open")).map(({ id }) => id)).toEqual(["good"]);
  });
});

describe.runIf(binary !== undefined)("the tables of the shop", () => {
  it("give back shop and menu, and free a place only of the execution that holds it", async () => {
    const table = `config-${++tables}`;
    await engine.createTable(table);
    const put = (Item: object) => engine.client.send(new PutCommand({ TableName: table, Item: { ...Item } }));
    await put({ PK: "shop#default", ...shop, inFlight: { "1": "run-1" } });
    await put({ PK: "menu#default", ...menu });
    const shops = new DynamoShopStore(engine.client, table);
    expect(await shops.read("default")).toMatchObject({ name: "Bar", inFlight: { "1": "run-1" } });
    expect(await new DynamoMenuStore(engine.client, table).read("default")).toEqual({
      ...menu,
      switches: [],
    });
    await put({ PK: "shop#unreadable" });
    expect((await shops.listIds()).sort()).toEqual(["default", "unreadable"]);
    expect(await shops.read("park")).toBeNull();
    expect(await shops.removeLease("default", "1", "run-2")).toBe(false);
    expect(await shops.removeLease("default", "1", "run-1")).toBe(true);
  });

  it("give a shop its next version over the one that was read, and note until which the bus was told", async () => {
    const table = `config-${++tables}`;
    await engine.createTable(table);
    await engine.client.send(
      new PutCommand({ TableName: table, Item: { PK: "shop#default", ...shop, inFlight: { "1": "run-1" } } }),
    );
    const shops = new DynamoShopStore(engine.client, table);
    const read = await shopOf(shops, "default");
    const { eventId, name, timeZone, version, announced, inFlight, ...decided } = read;
    const paused = { ...decided, open: false, reason: "paused", reopensAt: at, message: "Milk" } as const;
    expect(await shops.change(read, paused)).toBe(true);
    expect(await shops.change(read, decided)).toBe(false);
    const owing = await shopOf(shops, "default");
    expect(owing).toEqual({ ...read, ...paused, version: version + 1, announced: version });
    expect(owesAnnouncement(owing)).toBe(true);
    await shops.markAnnounced("default", version + 1);
    await shops.markAnnounced("default", version);
    expect(owesAnnouncement(await shopOf(shops, "default"))).toBe(false);
  });

  it("count each number once, however many draw at the same time", async () => {
    const table = `counting-${++tables}`;
    await engine.createTable(table);
    const counter = new DynamoCounter(engine.client, table);
    const drawn = await Promise.all(Array.from({ length: 20 }, () => counter.next("default", "2026-11-22")));
    expect(drawn.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  });
});
