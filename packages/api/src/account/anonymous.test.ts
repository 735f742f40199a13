import { expect, it } from "vitest";
import { fromItem, toItem } from "../aws/order-item";
import { Bar, people } from "../fakes/bar";
import { anonymous, tellsOf } from "./anonymous";

const { carla, ana, ben, marta } = people;
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

it("leaves nothing of a barista who had to do with an order that is another's by now", async () => {
  const bar = await new Bar().reach("COMPLETED");
  await bar.command("recall", ben);
  await bar.command("unmake", ben);
  await bar.command("complete", marta);
  await bar.command("collect", marta);
  const row = await bar.row();
  for (const { sub } of [ana, ben]) {
    expect(tellsOf(row, sub)).toBe(true);
    const without = anonymous(row, sub, "deleted-1");
    expect(text({ ...without, pending: {} })).not.toMatch(new RegExp(`\\b${sub}\\b`));
    expect(text(without)).toMatch(/A barista makes it/);
    expect(tellsOf(without, sub)).toBe(false);
    expect(without).toMatchObject({ userId: "carla", baristaUserId: "marta", baristaName: "Name of marta" });
  }
});

it("tells of who cancelled an order and who began it for somebody without a phone", async () => {
  const bar = new Bar();
  const { orderId } = (await bar.send("POST", "/orders", { as: ana })).body;
  await bar.wait("customer", 1, { id: `${orderId}`, userId: `walk-up:${orderId}` });
  await bar.send("POST", `/orders/${orderId}/cancel`, { as: ben, body: { reason: "No milk" } });
  const row = await bar.row(orderId);
  for (const { sub } of [ana, ben]) {
    expect(tellsOf(row, sub)).toBe(true);
    expect(text(anonymous(row, sub, "deleted-1"))).not.toMatch(new RegExp(`\\b${sub}\\b`));
  }
});

it("goes by the names where an order was written before its steps said whose they are", async () => {
  const now = await (await new Bar().reach("COMPLETED")).row();
  const { staff: _, ...item } = toItem({
    ...now,
    history: now.history.map(({ userId: _, ...step }) => step),
  });
  const row = fromItem(item);
  const without = anonymous(row, ana.sub, "deleted-1");
  expect(text(row.history)).toContain("Name of ana makes it.");
  expect(text({ ...without, pending: {} })).not.toMatch(/\bana\b/);
  expect(without.history.map(({ name }) => name)).toEqual([undefined, undefined, "A barista", "A barista"]);
});

it("frees what a barista is making", async () => {
  const row = await (await new Bar().reach("MAKING")).row();
  expect(anonymous(row, ana.sub, "deleted-1")).toMatchObject({ baristaUserId: null, baristaName: null });
});
