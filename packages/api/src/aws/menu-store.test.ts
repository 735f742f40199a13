import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { menu, shop } from "../fakes/memory-ports";
import { owesAnnouncement } from "../shop/announce-shop";
import { shopOf } from "../shop/shop-of";
import { DynamoEngine, engineBinary } from "./dynamo-engine.fixture";
import { DynamoMenuStore } from "./dynamo-menu-store";
import { DynamoShopStore } from "./dynamo-shop-store";

const binary = engineBinary();
let engine: DynamoEngine;
let tables = 0;

beforeAll(async () => {
  if (binary !== undefined) engine = await DynamoEngine.start(binary);
});
afterAll(() => engine?.stop());

const read = { ...menu, switches: [] };
const drinks = menu.drinks.slice(0, 1);
const draft = { version: 1, drinks, changedBy: "Marta", changedByUserId: "marta", changedAt: 1 };

const put = (Item: object) =>
  engine.client.send(new PutCommand({ TableName: `config-${tables}`, Item: { ...Item } }));

async function stores() {
  const table = `config-${++tables}`;
  await engine.createTable(table);
  for (const Item of [
    { PK: "shop#default", ...shop, inFlight: { "1": "run-1" } },
    { PK: "menu#default", ...menu },
  ]) {
    await put(Item);
  }
  return {
    menus: new DynamoMenuStore(engine.client, table),
    shops: new DynamoShopStore(engine.client, table),
  };
}

describe.runIf(binary !== undefined)("the table of the menus", () => {
  it("gives a menu and its shop their next versions at once, and the places of the shop stay taken", async () => {
    const { menus, shops } = await stores();
    const before = await shopOf(shops, "default");
    const switches = [{ key: "1", userId: "ana", what: "off" }];
    expect(await menus.change({ shop: before, read, next: { drinks, switches }, at: 5 })).toBe(true);
    expect(await menus.read("default")).toEqual({ version: 2, drinks, switches });
    const after = await shopOf(shops, "default");
    expect(after).toMatchObject({ version: 2, changedAt: 5, inFlight: { "1": "run-1" } });
    expect(owesAnnouncement(after)).toBe(true);
  });

  it("changes nothing where the menu or its shop is no longer what was read", async () => {
    const { menus, shops } = await stores();
    const before = await shopOf(shops, "default");
    const next = { drinks, switches: [] };
    expect(await menus.change({ shop: { ...before, version: 7 }, read, next, at: 5 })).toBe(false);
    expect(await menus.change({ shop: before, read: { ...read, version: 7 }, next, at: 5 })).toBe(false);
    expect(await menus.read("default")).toEqual(read);
    expect(await shopOf(shops, "default")).toEqual(before);
  });

  it("notes a switch over the menu that was read, as nothing that anybody sees", async () => {
    const { menus, shops } = await stores();
    const before = await shopOf(shops, "default");
    const first = { key: "1", userId: "ana", what: "off" };
    const second = { ...first, key: "2" };
    expect(await menus.noteSwitches("default", { ...read, version: 7 }, [first])).toBe(false);
    expect(await menus.noteSwitches("default", read, [first])).toBe(true);
    expect(await menus.noteSwitches("default", read, [second])).toBe(false);
    expect(await menus.change({ shop: before, read, next: { drinks, switches: [second] }, at: 5 })).toBe(
      false,
    );
    const noted = { ...read, switches: [first] };
    expect(await menus.read("default")).toEqual(noted);
    expect(await menus.noteSwitches("default", noted, [first, second])).toBe(true);
    expect(await menus.noteSwitches("park", noted, [second])).toBe(false);
    expect(await shopOf(shops, "default")).toEqual(before);
  });

  it("keeps a draft over the one that was read, and empties it when it is published", async () => {
    const { menus, shops } = await stores();
    expect(await menus.readDraft("default")).toBeNull();
    expect(await menus.saveDraft("default", null, draft)).toBe(true);
    expect(await menus.saveDraft("default", null, draft)).toBe(false);
    expect(await menus.saveDraft("default", draft, { ...draft, version: 2 })).toBe(true);
    expect(await menus.saveDraft("default", draft, { ...draft, version: 2 })).toBe(false);

    const before = await shopOf(shops, "default");
    const change = { shop: before, read, next: { drinks, switches: [] }, at: 5 };
    expect(await menus.change({ ...change, published: draft })).toBe(false);
    expect(await menus.change({ ...change, published: { ...draft, version: 2 } })).toBe(true);
    expect(await menus.readDraft("default")).toMatchObject({ version: 3, drinks: null });
  });

  it("forgets who changed shop and draft, and nobody else, by their name where no id was kept", async () => {
    const { menus, shops } = await stores();
    const [marta, rita] = [
      { id: "marta", name: "Marta" },
      { id: "rita", name: "Marta" },
    ];
    await menus.saveDraft("default", null, draft);
    await menus.forgetChanger("default", rita);
    expect(await menus.readDraft("default")).toEqual(draft);
    await menus.forgetChanger("default", marta);
    expect(await menus.readDraft("default")).toEqual({ ...draft, changedBy: null, changedByUserId: null });

    await put({ PK: "shop#park", ...shop, eventId: "park", changedBy: "Marta", changedByUserId: undefined });
    await shops.forgetChanger("park", { ...marta, name: "Marti" });
    const before = await shopOf(shops, "park");
    expect(before).toMatchObject({ changedBy: "Marta", changedByUserId: null });
    await shops.forgetChanger("park", marta);
    await shops.forgetChanger("nowhere", marta);
    expect(await shopOf(shops, "park")).toEqual({ ...before, changedBy: null });
    expect(await shops.read("nowhere")).toBeNull();
  });
});
