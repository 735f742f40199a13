import { eventType } from "@serverlesspresso/contracts/event";
import { describe, expect, it } from "vitest";
import { Bar, people } from "../fakes/bar";

const { ana, ben, carla } = people;

describe("somebody without a phone", () => {
  it("has an order that asks the workflow for a place, like any other", async () => {
    const bar = new Bar();
    const { status, body } = await bar.send("POST", "/orders", { as: ana });
    const id = body.orderId ?? "";
    expect(status).toBe(200);
    expect(bar.ports.events).toMatchObject([
      { type: eventType.newOrder, detail: { orderId: id, userId: `walk-up:${id}`, eventId: "default" } },
    ]);
    expect(await bar.row(id)).toMatchObject({ state: "REQUESTED", code: null, pending: {} });
    await bar.wait("customer", 1, { id, userId: `walk-up:${id}` });
    const submitted = await bar.send("PUT", `/orders/${id}`, { as: ben, body: { drink: "flat-white" } });
    expect(submitted.body).toMatchObject({ state: "SUBMITTED", number: 1 });
    expect((await bar.row(id)).history.map(({ by, name }) => [by, name])).toEqual([
      ["barista", "Name of ana"],
      ["shop", undefined],
      ["barista", "Name of ben"],
    ]);
  });

  it("has one order, however often the barista's tap is sent, and is told of again if the bus was down", async () => {
    const bar = new Bar();
    bar.ports.isDown = true;
    const first = await bar.send("POST", "/orders", { as: ana, key: "tap" });
    bar.ports.isDown = false;
    const again = await bar.send("POST", "/orders", { as: ana, key: "tap" });
    expect(again.body.orderId).toBe(first.body.orderId);
    expect(Object.keys((await bar.row(first.body.orderId)).pending)).toEqual(["v1"]);
    const other = await bar.send("POST", "/orders", { as: ben, key: "tap" });
    expect(other.body.orderId).not.toBe(first.body.orderId);
  });

  it("takes nothing from anybody's day, and no place on a code", async () => {
    const bar = new Bar();
    for (let orders = 0; orders < 5; orders += 1) await bar.send("POST", "/orders", { as: ana });
    expect(await bar.ports.validator.readCustomer("default", "ana")).toBeNull();
    expect((await bar.scan(carla)).status).toBe(200);
  });

  it("is served by staff only", async () => {
    const bar = new Bar();
    expect((await bar.send("POST", "/orders", { as: carla })).status).toBe(403);
    expect((await bar.send("POST", "/orders", { as: people.screen })).status).toBe(403);
    const { orderId } = (await bar.send("POST", "/orders", { as: ana })).body;
    expect((await bar.send("GET", `/orders/${orderId}`, { as: carla })).status).toBe(404);
  });
});
