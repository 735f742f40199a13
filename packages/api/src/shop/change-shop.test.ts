import { eventType } from "@serverlesspresso/contracts/event";
import { ShopLimits } from "@serverlesspresso/contracts/shop";
import { describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { Bar, people } from "../fakes/bar";
import { shop } from "../fakes/memory-ports";
import { sweep } from "../sweeper/sweep";

const { ana, marta } = people;
const settings = {
  status: "open",
  message: null,
  reopensAt: null,
  lastOrdersAt: null,
  limits: z.object(ShopLimits.shape).parse(shop),
};
const paused = {
  ...settings,
  status: "paused",
  message: "The milk is on its way.",
  reopensAt: "2026-11-22T09:30:00.000Z",
};

const put = (bar: Bar, body: object, ifMatch: string | null = '"1"', as: { sub: string } = marta) =>
  bar.send("PUT", "/shop", { as, body, ...(ifMatch === null ? {} : { headers: { "if-match": ifMatch } }) });
const read = async (bar: Bar) => (await bar.send("GET", "/shop")).body;

describe("a manager", () => {
  it("pauses the shop, with a reason and until when, and everybody hears of it", async () => {
    const bar = new Bar();
    const { status, body } = await put(bar, paused);
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "paused", message: paused.message, reopensAt: paused.reopensAt });
    expect(await read(bar)).toEqual(body);
    expect(bar.ports.events).toMatchObject([
      { type: eventType.configChanged, detail: { eventId: "default", version: 2 } },
    ]);
  });

  it("who pauses it until an instant need not open it: then it is open, and says nothing of the pause", async () => {
    const bar = new Bar();
    await put(bar, paused);
    bar.ports.now = Date.parse(paused.reopensAt) - 1;
    expect(await read(bar)).toMatchObject({ status: "paused" });
    bar.ports.now += 1;
    expect(await read(bar)).toMatchObject({ status: "open", message: null, reopensAt: null });
  });

  it("who announces last orders need not close it", async () => {
    const bar = new Bar();
    const lastOrdersAt = "2026-11-22T09:30:00.000Z";
    expect((await put(bar, { ...settings, lastOrdersAt })).body).toMatchObject({
      status: "open",
      lastOrdersAt,
    });
    bar.ports.now = Date.parse(lastOrdersAt);
    expect(await read(bar)).toMatchObject({ status: "closed", lastOrdersAt: null });
  });

  it("sets the limits", async () => {
    const bar = new Bar();
    const limits = { ...settings.limits, maxOrdersInQueue: 3, codeWindowSeconds: 60 };
    expect((await put(bar, { ...settings, limits })).body).toMatchObject({ limits, placesLeft: 3 });
    expect((await bar.send("GET", "/qr-code", { as: marta })).body).toMatchObject({
      current: { validUntil: "2026-11-22T09:01:00.000Z" },
    });
  });

  it.each([
    ["of an older version", '"0"', 412, "edit_stale"],
    ["of no version", null, 400, "if_match_missing"],
    ["of what is no version", "1", 400, "invalid_request"],
  ])("changes nothing by an edit %s", async (_what, ifMatch, status, code) => {
    const bar = new Bar();
    const answer = await put(bar, paused, ifMatch);
    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
    expect(await read(bar)).toMatchObject({ status: "open", version: 1 });
  });

  it("loses nobody's edit: of two at once one is refused", async () => {
    const bar = new Bar();
    bar.ports.orders.beforeNextWrite = () => put(bar, paused);
    const { status, body } = await put(bar, { ...settings, status: "closed" });
    expect(status).toBe(412);
    expect(body.error?.theirs).toMatchObject({ by: "Name of marta", shop: { status: "paused", version: 2 } });
    expect(await read(bar)).toMatchObject({ status: "paused", version: 2 });
  });

  it.each([
    ["an unknown field", { ...settings, opens: true }, "opens"],
    [
      "a limit that is none",
      { ...settings, limits: { ...settings.limits, drinksPerCode: 0 } },
      "limits.drinksPerCode",
    ],
    ["an open shop that reopens", { ...settings, reopensAt: paused.reopensAt }, "reopensAt"],
  ])("is told the field of %s", async (_what, body, field) => {
    const answer = await put(new Bar(), body);
    expect([answer.status, answer.body.error?.field]).toEqual([400, field]);
  });

  it("is a manager: a barista changes nothing", async () => {
    expect((await put(new Bar(), paused, '"1"', ana)).status).toBe(403);
  });
});

describe("a change of the shop", () => {
  it("that nobody could be told of is told by the sweeper, once", async () => {
    const bar = new Bar();
    vi.spyOn(bar.ports.bus, "put").mockRejectedValueOnce(new Error("down"));
    expect((await put(bar, paused)).status).toBe(200);
    expect(bar.ports.events).toEqual([]);
    bar.ports.advance(10);
    expect(await sweep(bar.ports)).toMatchObject({ followUps: 0, failures: 0 });
    bar.ports.advance(1);
    expect(await sweep(bar.ports)).toMatchObject({ followUps: 1, failures: 0 });
    expect(await sweep(bar.ports)).toMatchObject({ followUps: 0 });
    expect(bar.ports.typesPut()).toEqual([eventType.configChanged]);
  });
});
