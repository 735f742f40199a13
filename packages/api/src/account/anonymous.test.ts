import { expect, it } from "vitest";
import { Bar, people } from "../fakes/bar";
import { anonymous, tellsOf } from "./anonymous";

const { carla, ana } = people;
const text = (row: object) => JSON.stringify(row);

it("leaves nothing of a customer on an order, and its number, drink and barista as they were", async () => {
  const row = await (await new Bar().reach("COMPLETED")).row();
  const without = anonymous(row, carla.sub, "deleted-1");
  expect(text(row)).toContain("carla");
  expect(text({ ...without, pending: {} })).not.toContain("carla");
  expect(without).toMatchObject({ userId: "deleted-1", version: row.version + 1, baristaUserId: "ana" });
  expect([without.orderNumber, without.drinkOrder]).toEqual([row.orderNumber, row.drinkOrder]);
  expect(tellsOf(without, carla.sub)).toBe(false);
});

it("leaves nothing of a barista on an order that is done", async () => {
  const row = await (await new Bar().reach("COMPLETED")).row();
  const without = anonymous(row, ana.sub, "deleted-1");
  expect(text(row)).toContain("Name of ana makes it.");
  expect(text(without)).not.toMatch(/\bana\b/);
  expect(without).toMatchObject({ userId: "carla", baristaUserId: "deleted-1", baristaName: "A barista" });
});

it("frees what a barista is making", async () => {
  const row = await (await new Bar().reach("MAKING")).row();
  expect(anonymous(row, ana.sub, "deleted-1")).toMatchObject({ baristaUserId: null, baristaName: null });
});
