import { eventType, NewOrder } from "@serverlesspresso/contracts/event";
import { describe, expect, it } from "vitest";
import { Bar, people } from "../fakes/bar";
import { sweep } from "../sweeper/sweep";

const { carla, dora, ana, marta, screen } = people;

const redeem = (bar: Bar, as: { sub: string }, key?: string, code = "ESPRESSO") =>
  bar.send("POST", "/qr-code", { as, key, body: { code } });

describe("a code", () => {
  it("starts an order that waits for its place, and announces it", async () => {
    const bar = new Bar();
    const { status, body } = await redeem(bar, carla, "one", " espresso ");
    expect(status).toBe(200);
    expect(await bar.row(body.orderId)).toMatchObject({ state: "REQUESTED", userId: "carla", version: 1 });
    expect(bar.ports.typesPut()).toEqual([eventType.newOrder]);
    expect(NewOrder.parse(bar.ports.events[0]?.detail)).toEqual({
      orderId: body.orderId,
      userId: "carla",
      eventId: "default",
    });
  });

  it("that is not on the screen is refused", async () => {
    const { status, body } = await redeem(new Bar(), carla, "one", "LATTE");
    expect([status, body.error?.code]).toEqual([404, "code_unknown"]);
  });

  it("is spent once by a repeat with the same key, by a double tap and by a second tab", async () => {
    const bar = new Bar();
    const [a, b] = await Promise.all([redeem(bar, carla, "one"), redeem(bar, carla, "one")]);
    const c = await redeem(bar, carla, "two");
    expect(new Set([a, b, c].map(({ body }) => body.orderId)).size).toBe(1);
    expect(bar.ports.events).toHaveLength(1);
  });

  it("of two tabs at the very same time makes one order", async () => {
    const bar = new Bar();
    bar.ports.orders.beforeNextWrite = () => redeem(bar, carla, "two");
    const first = await redeem(bar, carla, "one");
    const second = await redeem(bar, carla, "two");
    expect(first.body.orderId).toBe(second.body.orderId);
  });

  it("starts a new order once the last one has ended, and the old key still names the old one", async () => {
    const bar = new Bar();
    const first = await redeem(bar, carla, "one");
    await bar.send("POST", `/orders/${first.body.orderId}/cancel`, { as: carla });
    const second = await redeem(bar, carla, "two");
    expect(second.body.orderId).not.toBe(first.body.orderId);
    expect((await redeem(bar, carla, "one")).body.orderId).toBe(first.body.orderId);
  });

  it("keeps to the order in progress that it was answered with, also once that has ended", async () => {
    const bar = new Bar();
    const first = await redeem(bar, carla, "one");
    const scannedAgain = await redeem(bar, carla, "two");
    await bar.send("POST", `/orders/${first.body.orderId}/cancel`, { as: carla });
    const repeated = await redeem(bar, carla, "two");
    expect(repeated.body.orderId).toBe(scannedAgain.body.orderId);
    expect(bar.ports.events.filter(({ type }) => type === eventType.newOrder)).toHaveLength(1);
  });

  it("answers one order to a repeat that overtakes its original while the last order ends", async () => {
    const bar = new Bar();
    const first = await redeem(bar, carla, "one");
    let original: Awaited<ReturnType<typeof redeem>> | undefined;
    bar.ports.orders.beforeNextWrite = async () => {
      await bar.send("POST", `/orders/${first.body.orderId}/cancel`, { as: carla });
      original = await redeem(bar, carla, "two");
    };
    const repeated = await redeem(bar, carla, "two");
    expect(original?.body.orderId).toBe(repeated.body.orderId);
  });

  it("gives two customers two orders, though their keys be the same", async () => {
    const bar = new Bar();
    const [one, two] = [await redeem(bar, carla, "k"), await redeem(bar, dora, "k")];
    expect(one.body.orderId).not.toBe(two.body.orderId);
  });

  it("whose announcement is lost is announced by the sweeper", async () => {
    const bar = new Bar();
    bar.ports.isDown = true;
    expect((await redeem(bar, carla)).status).toBe(200);
    bar.ports.isDown = false;
    bar.ports.advance(11);
    await sweep(bar.ports);
    expect(bar.ports.typesPut()).toEqual([eventType.newOrder]);
  });

  it("is shown to the screen and to managers only", async () => {
    const bar = new Bar();
    for (const as of [screen, marta]) {
      expect((await bar.send("GET", "/qr-code", { as })).body).toMatchObject({
        current: { code: "ESPRESSO", validUntil: null, placesLeft: null },
        next: null,
      });
    }
    for (const as of [carla, ana]) expect((await bar.send("GET", "/qr-code", { as })).status).toBe(403);
  });
});
