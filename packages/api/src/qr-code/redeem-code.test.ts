import { eventType, NewOrder } from "@serverlesspresso/contracts/event";
import { codeAlphabet } from "@serverlesspresso/contracts/qr-code";
import { describe, expect, it, vi } from "vitest";
import { Bar, type Person, people } from "../fakes/bar";
import { refuseOrder } from "../orders/refuse-order";
import { sweep } from "../sweeper/sweep";
import { currentCodes } from "./current-codes";

const { carla, dora, ana, marta, screen } = people;
const noCode = "3333333333";
const crowd = (count: number): Person[] => Array.from({ length: count }, (_, n) => ({ sub: `guest-${n}` }));

async function placesLeft(bar: Bar): Promise<number> {
  return (await currentCodes(bar.ports, "default")).current.placesLeft;
}

async function refuse(bar: Bar, orderId: string, userId: string, cause: "closed" | "paused" | "full") {
  await refuseOrder(bar.ports, { orderId, userId, eventId: "default", execution: "run-1", cause });
}

/** From scan to counter, so that the order has had its drink. */
async function drink(bar: Bar, as: Person): Promise<string> {
  const { body } = await bar.scan(as);
  const id = String(body.orderId);
  await bar.wait("customer", 1, { id, execution: `run-${id}`, userId: as.sub });
  await bar.send("PUT", `/orders/${id}`, { as, body: { drink: "flat-white" } });
  await bar.send("POST", `/orders/${id}/complete`, { as: ana });
  await bar.send("POST", `/orders/${id}/collect`, { as: ana });
  return id;
}

describe("the code on the screen", () => {
  it("starts an order that waits for its place, and announces it, however it was typed", async () => {
    const bar = new Bar();
    const code = (await bar.code()).toLowerCase();
    const { status, body } = await bar.scan(carla, { code: ` ${code.slice(0, 5)}-${code.slice(5)} ` });
    expect(status).toBe(200);
    expect(await bar.row(body.orderId)).toMatchObject({ state: "REQUESTED", userId: "carla", version: 1 });
    expect(bar.ports.typesPut()).toEqual([eventType.newOrder]);
    expect(NewOrder.parse(bar.ports.events[0]?.detail)).toEqual({
      orderId: body.orderId,
      userId: "carla",
      eventId: "default",
    });
  });

  it("is shown to the screen and to managers only, with the next one", async () => {
    const bar = new Bar();
    bar.ports.now = Date.parse("2026-11-22T09:02:30Z");
    for (const as of [screen, marta]) {
      const { body } = await bar.send("GET", "/qr-code", { as });
      expect(body).toMatchObject({
        current: {
          validFrom: "2026-11-22T09:00:00.000Z",
          validUntil: "2026-11-22T09:05:00.000Z",
          placesLeft: 10,
        },
        next: {
          validFrom: "2026-11-22T09:05:00.000Z",
          validUntil: "2026-11-22T09:10:00.000Z",
          placesLeft: 10,
        },
      });
    }
    for (const as of [carla, ana]) expect((await bar.send("GET", "/qr-code", { as })).status).toBe(403);
  });

  it("is drawn once, however many screens ask for it at once", async () => {
    const bar = new Bar();
    const shown = await Promise.all(Array.from({ length: 20 }, () => currentCodes(bar.ports, "default")));
    expect(new Set(shown.map(({ current }) => current.code)).size).toBe(1);
    expect(new Set(shown.map(({ next }) => next.code)).size).toBe(1);
    expect(shown[0]?.current.code).toMatch(new RegExp(`^[${codeAlphabet}]{10}$`));
  });

  it("becomes what was announced as the next one", async () => {
    const bar = new Bar();
    const { next } = await currentCodes(bar.ports, "default");
    bar.ports.advance(300);
    expect((await currentCodes(bar.ports, "default")).current).toEqual(next);
  });

  it("is accepted in its window and in the one after, then it has expired", async () => {
    const bar = new Bar();
    const code = await bar.code();
    bar.ports.advance(599);
    expect((await bar.scan(carla, { code })).status).toBe(200);
    bar.ports.advance(1);
    const { status, body } = await bar.scan(dora, { code });
    expect([status, body.error?.code]).toEqual([410, "code_expired"]);
  });

  it("is none before its window begins", async () => {
    const bar = new Bar();
    const { next } = await currentCodes(bar.ports, "default");
    expect((await bar.scan(carla, { code: next.code })).body.error?.code).toBe("code_unknown");
  });

  it.each(["ESPRESSO", "LATTE", noCode])("is not %s", async (code) => {
    const { status, body } = await new Bar().scan(carla, { code });
    expect([status, body.error?.code]).toEqual([404, "code_unknown"]);
  });
});

describe("the places of a code", () => {
  it("are taken by ten of a hundred who scan at once, and those keep their orders", async () => {
    const bar = new Bar();
    const guests = crowd(100);
    const code = await bar.code();
    const scanAll = () => Promise.all(guests.map((as) => bar.scan(as, { code })));
    const first = await scanAll();
    const admitted = first.filter(({ status }) => status === 200);
    expect(admitted).toHaveLength(10);
    for (const { status, body } of first.filter((each) => each.status !== 200)) {
      expect([status, body.error?.code, body.error?.retryAt]).toEqual([
        409,
        "code_exhausted",
        "2026-11-22T09:05:00.000Z",
      ]);
    }
    const again = await scanAll();
    expect(again.map(({ body }) => body.orderId)).toEqual(first.map(({ body }) => body.orderId));
    expect(await placesLeft(bar)).toBe(0);
  });

  it.each(["closed", "paused", "full"] as const)(
    "come back when the shop turns out to be %s",
    async (cause) => {
      const bar = new Bar();
      const { body } = await bar.scan(carla);
      expect(await placesLeft(bar)).toBe(9);
      await refuse(bar, String(body.orderId), "carla", cause);
      await refuse(bar, String(body.orderId), "carla", cause);
      expect(await placesLeft(bar)).toBe(10);
      expect((await bar.scan(carla)).body.orderId).not.toBe(body.orderId);
    },
  );

  it("come back by the sweeper when the order ended while nothing could be given back", async () => {
    const bar = new Bar();
    const { body } = await bar.scan(carla);
    vi.spyOn(bar.ports.validator, "returnPlace").mockRejectedValueOnce(new Error("down"));
    await bar.send("POST", `/orders/${body.orderId}/cancel`, { as: carla });
    expect(await placesLeft(bar)).toBe(9);
    bar.ports.advance(11);
    await sweep(bar.ports);
    expect(await placesLeft(bar)).toBe(10);
  });

  it("stay taken by drinks that were made", async () => {
    const bar = new Bar();
    await drink(bar, carla);
    expect(await placesLeft(bar)).toBe(9);
  });

  it("are more at once when a manager says so", async () => {
    const bar = new Bar();
    for (const as of crowd(10)) await bar.scan(as);
    expect((await bar.scan(carla)).body.error?.code).toBe("code_exhausted");
    bar.ports.shop = { ...bar.ports.shop, drinksPerCode: 11 };
    expect((await bar.scan(carla)).status).toBe(200);
  });
});

describe("a customer", () => {
  it("spends a code once by a repeat with the same key, by a double tap and by a second tab", async () => {
    const bar = new Bar();
    const [a, b] = await Promise.all([bar.scan(carla, { key: "one" }), bar.scan(carla, { key: "one" })]);
    const c = await bar.scan(carla, { key: "two" });
    expect(new Set([a, b, c].map(({ body }) => body.orderId)).size).toBe(1);
    expect(bar.ports.events).toHaveLength(1);
    expect(await placesLeft(bar)).toBe(9);
  });

  it("in two tabs at the very same time makes one order", async () => {
    const bar = new Bar();
    await bar.code();
    bar.ports.orders.beforeNextWrite = () => bar.scan(carla, { key: "two" });
    const first = await bar.scan(carla, { key: "one" });
    const second = await bar.scan(carla, { key: "two" });
    expect(first.body.orderId).toBe(second.body.orderId);
  });

  it("with an order in progress finds it again, also by a code that is exhausted or has expired", async () => {
    const bar = new Bar();
    const code = await bar.code();
    const { body } = await bar.scan(carla);
    for (const as of crowd(9)) await bar.scan(as);
    expect((await bar.scan(carla, { code })).body.orderId).toBe(body.orderId);
    bar.ports.advance(3600);
    expect((await bar.scan(carla, { code })).body.orderId).toBe(body.orderId);
  });

  it("starts a new order once the last one has ended, and the old key still names the old one", async () => {
    const bar = new Bar();
    const first = await bar.scan(carla, { key: "one" });
    await bar.send("POST", `/orders/${first.body.orderId}/cancel`, { as: carla });
    const second = await bar.scan(carla, { key: "two" });
    expect(second.body.orderId).not.toBe(first.body.orderId);
    bar.ports.advance(3600);
    expect((await bar.scan(carla, { key: "one", code: noCode })).body.orderId).toBe(first.body.orderId);
  });

  it("keeps to the order in progress that a scan was answered with, also once that has ended", async () => {
    const bar = new Bar();
    const first = await bar.scan(carla, { key: "one" });
    const scannedAgain = await bar.scan(carla, { key: "two" });
    await bar.send("POST", `/orders/${first.body.orderId}/cancel`, { as: carla });
    const repeated = await bar.scan(carla, { key: "two" });
    expect(repeated.body.orderId).toBe(scannedAgain.body.orderId);
    expect(bar.ports.events.filter(({ type }) => type === eventType.newOrder)).toHaveLength(1);
  });

  it("is answered one order by a repeat that overtakes its original while the last order ends", async () => {
    const bar = new Bar();
    const first = await bar.scan(carla, { key: "one" });
    let original: Awaited<ReturnType<Bar["scan"]>> | undefined;
    bar.ports.orders.beforeNextWrite = async () => {
      await bar.send("POST", `/orders/${first.body.orderId}/cancel`, { as: carla });
      original = await bar.scan(carla, { key: "two" });
    };
    const repeated = await bar.scan(carla, { key: "two" });
    expect(original?.body.orderId).toBe(repeated.body.orderId);
  });

  it("and another have two orders, though their keys be the same", async () => {
    const bar = new Bar();
    const [one, two] = [await bar.scan(carla, { key: "k" }), await bar.scan(dora, { key: "k" })];
    expect(one.body.orderId).not.toBe(two.body.orderId);
  });

  it("whose announcement is lost is announced by the sweeper", async () => {
    const bar = new Bar();
    bar.ports.isDown = true;
    expect((await bar.scan(carla)).status).toBe(200);
    bar.ports.isDown = false;
    bar.ports.advance(11);
    await sweep(bar.ports);
    expect(bar.ports.typesPut()).toEqual([eventType.newOrder]);
  });
});

describe("the day of a customer", () => {
  it("has so many drinks, then says when the next day of the shop begins", async () => {
    const bar = new Bar();
    for (let n = 0; n < 3; n += 1) await drink(bar, carla);
    const { status, body } = await bar.scan(carla);
    expect([status, body.error?.code, body.error?.retryAt]).toEqual([
      409,
      "daily_limit_reached",
      "2026-11-22T23:00:00.000Z",
    ]);
    bar.ports.now = Date.parse("2026-11-22T23:00:00Z");
    expect((await bar.scan(carla)).status).toBe(200);
  });

  it("counts an order that was refused, cancelled or never chosen as none", async () => {
    const bar = new Bar();
    for (let n = 0; n < 2; n += 1) await drink(bar, carla);
    for (let n = 0; n < 4; n += 1) {
      const { body } = await bar.scan(carla);
      await bar.send("POST", `/orders/${body.orderId}/cancel`, { as: carla });
    }
    const { body } = await bar.scan(carla);
    await refuse(bar, String(body.orderId), "carla", "full");
    await drink(bar, carla);
    expect((await bar.scan(carla)).body.error?.code).toBe("daily_limit_reached");
  });

  it("has no end for staff", async () => {
    const bar = new Bar();
    for (let n = 0; n < 5; n += 1) await drink(bar, ana);
  });
});

describe("a customer who deleted the account", () => {
  it("orders nothing with a token that still lives", async () => {
    const bar = new Bar();
    await drink(bar, carla);
    expect((await bar.send("DELETE", "/me", { as: carla })).status).toBe(200);
    expect(await bar.scan(carla)).toMatchObject({
      status: 401,
      body: { error: { code: "unauthenticated" } },
    });
  });
});

describe("wrong codes", () => {
  it("are counted: after ten no code is taken for a while, not even the right one", async () => {
    const bar = new Bar();
    const tries = await Promise.all(Array.from({ length: 15 }, () => bar.scan(carla, { code: noCode })));
    const codes = tries.map(({ status, body }) => `${status} ${body.error?.code}`).sort();
    expect(codes).toEqual([
      ...Array.from({ length: 10 }, () => "404 code_unknown"),
      ...Array.from({ length: 5 }, () => "429 rate_limited"),
    ]);
    const locked = await bar.scan(carla);
    expect([locked.status, locked.body.error?.retryAt]).toEqual([429, "2026-11-22T09:15:00.000Z"]);
    expect((await bar.scan(dora)).status).toBe(200);
    bar.ports.advance(15 * 60);
    expect((await bar.scan(carla)).status).toBe(200);
  });

  it("do not keep a customer from a repeat that was answered before", async () => {
    const bar = new Bar();
    const { body } = await bar.scan(carla, { key: "one" });
    for (let n = 0; n < 11; n += 1) await bar.scan(carla, { code: noCode });
    expect((await bar.scan(carla, { key: "one" })).body.orderId).toBe(body.orderId);
  });
});
