import { readFileSync } from "node:fs";
import { Menu } from "@serverlesspresso/contracts/menu";
import { defaultEventId, defaultStage, namesOf, trainingEventId } from "@serverlesspresso/contracts/names";
import { ShopLimits } from "@serverlesspresso/contracts/shop";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8"));

const Item = z.record(z.string(), z.unknown());
const Fixture = z.object({ items: z.array(z.object({ table: z.string(), item: Item })) });
const items = ["shop.json", "training-shop.json"].flatMap((name) => Fixture.parse(read(name)).items);

function itemCalled(key: string): z.infer<typeof Item> {
  const found = items.find(({ item }) => item.PK === key);
  if (found === undefined) throw new Error(`There is no item ${key}.`);
  return found.item;
}

const menu = z.object(Menu.shape).parse(itemCalled(`menu#${defaultEventId}`));

describe("the shop's fixture", () => {
  it("is the default shop, open and empty, in the configuration's table", () => {
    const shop = itemCalled(`shop#${defaultEventId}`);
    expect(shop).toMatchObject({ eventId: defaultEventId, open: true, inFlight: {} });
    expect(z.object(ShopLimits.shape).safeParse(shop).error).toBeUndefined();
    expect(new Set(items.map(({ table }) => table))).toEqual(new Set([namesOf(defaultStage).configTable]));
  });

  it("has a flat white with a choice of milk", () => {
    const flatWhite = menu.drinks.find(({ name }) => name === "Flat white");
    expect(flatWhite?.options.map(({ name }) => name)).toContain("Milk");
  });

  it.each(menu.drinks)("serves $name with choices named once and a default in every group", ({ options }) => {
    const ids = options.flatMap(({ choices }) => choices.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const group of options) expect(group.choices.map(({ id }) => id)).toContain(group.default);
  });
});

describe("the training shop's fixture", () => {
  it("is an open shop of its own that is marked as such, with a menu", () => {
    const shop = itemCalled(`shop#${trainingEventId}`);
    expect(shop).toMatchObject({ eventId: trainingEventId, training: true, open: true, inFlight: {} });
    expect(z.object(ShopLimits.shape).safeParse(shop).error).toBeUndefined();
    expect(z.object(Menu.shape).parse(itemCalled(`menu#${trainingEventId}`)).drinks.length).toBeGreaterThan(
      4,
    );
  });
});

describe("the demo's users", () => {
  it("are a barista, a manager and a screen, each with a shown name", () => {
    const User = z.object({ email: z.email(), name: z.string().min(1), groups: z.array(z.string()) });
    const { users } = z.object({ users: z.array(User) }).parse(read("demo-users.json"));
    expect(users.map(({ groups }) => groups)).toEqual([["barista"], ["manager"], ["display"]]);
  });
});
