import { eventType } from "@serverlesspresso/contracts/event";
import { Shop } from "@serverlesspresso/contracts/shop";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Caller } from "../caller";
import { Bar, people } from "../fakes/bar";
import { menu } from "../fakes/memory-ports";
import type { Ports } from "../ports";
import { deleteAccount } from "./delete-account";

const { carla, dora, ana, ben, marta } = people;
const leave = (bar: Bar, as: { sub: string; groups?: string } = carla) => bar.send("DELETE", "/me", { as });
const caller = (sub: string): Caller => ({
  sub,
  username: sub,
  groups: [],
  roles: new Set(["customer"]),
  everyOrder: false,
});

let bar: Bar;
beforeEach(() => {
  bar = new Bar();
  bar.ports.staff.add("carla", "carla@example.com");
  bar.ports.staff.add("ana", "ana@example.com", ["barista", "manager-park"]);
});

describe("deleting an account", () => {
  it.each(["CREATED", "SUBMITTED"] as const)(
    "cancels an order that is %s, as its owner would",
    async (state) => {
      await bar.reach(state);
      expect(await leave(bar)).toMatchObject({ status: 200, body: { deleted: true } });
      const row = await bar.row();
      expect(row).toMatchObject({ state: "CANCELLED", cause: "customer", pending: {} });
      expect(row.history.at(-1)?.message).toBe("Cancelled by the customer.");
      expect(bar.ports.typesPut()).toContain(eventType.orderCancelled);
      expect(bar.ports.returned.at(-1)).toMatch(/ Cancelled$/);
    },
  );

  it("cancels an order that still waits for its place, and gives back what it took from the code", async () => {
    const { body } = await bar.scan(carla);
    await leave(bar);
    expect(await bar.row(body.orderId)).toMatchObject({ state: "CANCELLED", pending: {} });
    expect((await bar.ports.validator.readCode("default", await bar.code()))?.orders.size).toBe(0);
  });

  it.each(["MAKING", "COMPLETED"] as const)(
    "lets an order that is %s go on under its number",
    async (state) => {
      const { orderNumber, drinkOrder } = await (await bar.reach(state)).row();
      await leave(bar);
      expect(await bar.row()).toMatchObject({ state, orderNumber, drinkOrder });
      const next = state === "MAKING" ? "complete" : "collect";
      expect((await bar.command(next, ana)).status).toBe(200);
    },
  );

  it("leaves nothing of the person on any order, under an alias of their own", async () => {
    await bar.reach("COMPLETED");
    await bar.command("collect", ana);
    await bar.scan(carla);
    await bar.wait("customer", 1, { id: "of-dora", userId: dora.sub, execution: "run-2" });
    await leave(bar);
    expect(await bar.ports.orders.listOfPerson(carla.sub)).toEqual([]);
    const row = await bar.row();
    expect(row.userId).toMatch(/^deleted-/);
    expect(await bar.ports.orders.listOfPerson(row.userId)).toHaveLength(2);
    expect(JSON.stringify(row)).not.toContain("carla");
    expect((await bar.row("of-dora")).userId).toBe(dora.sub);
  });

  it("lets the token that still lives order nothing and see nothing", async () => {
    await bar.reach("COMPLETED");
    await leave(bar);
    expect((await bar.scan(carla)).status).toBe(401);
    expect((await bar.send("GET", "/myOrders", { as: carla })).body.orders).toEqual([]);
    expect((await bar.send("GET", "/orders/1", { as: carla })).status).toBe(404);
  });

  it("reaches the newest order although no index has it yet", async () => {
    vi.spyOn(bar.ports.orders, "listOfPerson").mockResolvedValue([]);
    const { body } = await bar.scan(carla);
    await leave(bar);
    expect(await bar.row(body.orderId)).toMatchObject({ state: "CANCELLED" });
    expect((await bar.row(body.orderId)).userId).toMatch(/^deleted-/);
  });

  it("reaches an order that is scanned for at the same time", async () => {
    let orderId: string | undefined;
    bar.ports.orders.beforeNextWrite = async () => {
      orderId = (await bar.scan(carla)).body.orderId;
    };
    await leave(bar);
    expect((await bar.row(orderId)).userId).toMatch(/^deleted-/);
  });

  it("lets an order go on that a barista takes at the same time", async () => {
    await bar.reach("SUBMITTED");
    bar.ports.orders.beforeNextWrite = () => bar.command("make", ana);
    expect((await leave(bar)).status).toBe(200);
    expect(await bar.row()).toMatchObject({ state: "MAKING", baristaUserId: "ana" });
    expect((await bar.row()).userId).toMatch(/^deleted-/);
  });

  it("ends the account last, and answers the same when asked again", async () => {
    expect((await leave(bar)).status).toBe(200);
    expect(await bar.ports.staff.groupsOf("carla")).toBeNull();
    expect(await leave(bar)).toMatchObject({ status: 200, body: { deleted: true } });
  });

  it("is for whoever is signed in", async () => {
    expect((await bar.send("DELETE", "/me")).status).toBe(401);
  });
});

describe("deleting the account of a barista", () => {
  it("takes their name off what they made and frees what they are making", async () => {
    await bar.reach("MAKING");
    expect((await leave(bar, ana)).status).toBe(200);
    expect(await bar.row()).toMatchObject({ baristaUserId: null, baristaName: null, userId: "carla" });
    expect(JSON.stringify((await bar.row()).history)).not.toContain("Name of ana");
    expect((await bar.command("complete", ben)).status).toBe(200);
  });

  it("takes their name off what they only handed out, and off an order that no index has yet", async () => {
    await bar.reach("COMPLETED");
    await bar.command("collect", ben);
    bar.ports.staff.add("ben", "ben@example.com", ["barista"]);
    vi.spyOn(bar.ports.orders, "listOfPerson").mockResolvedValue([]);
    await leave(bar, ben);
    const row = await bar.row();
    expect(row.history.at(-1)).toMatchObject({ state: "COLLECTED", name: "A barista" });
    expect(JSON.stringify(row)).not.toMatch(/\bben\b/);
    await leave(bar, ana);
    expect(JSON.stringify(await bar.row())).not.toMatch(/\bana\b/);
  });

  it("takes it off the orders of somebody who has left the staff, too", async () => {
    await bar.reach("COMPLETED");
    await bar.command("collect", ben);
    bar.ports.staff.add("ben", "ben@example.com", ["barista-default"]);
    await bar.send("DELETE", "/staff/ben", { as: marta });
    await leave(bar, { sub: "ben" });
    expect(JSON.stringify(await bar.row())).not.toMatch(/\bben\b/);
  });

  it("takes it off the shop, the draft of its menu and what they switched", async () => {
    bar.ports.staff.add("marta", "marta@example.com", ["manager"]);
    const headers = { "if-match": '"1"' };
    const { limits } = Shop.parse((await bar.send("GET", "/shop")).body);
    const open = { status: "open", message: null, reopensAt: null, lastOrdersAt: null, limits };
    await bar.send("PUT", "/shop", { as: marta, body: open, headers });
    const draft = { as: marta, body: { drinks: menu.drinks }, headers: { "if-match": '"0"' } };
    await bar.send("PUT", "/menu/draft", draft);
    await bar.send("PATCH", "/menu/mocha", { as: marta, body: { available: true } });
    const { shop, menus } = bar.ports;
    const kept = () => JSON.stringify([bar.ports.shop, menus.draft, menus.menu]);
    expect(kept().match(/\bmarta\b/g)).toHaveLength(5);
    await leave(bar, marta);
    expect(kept()).not.toMatch(/\bmarta\b/);
    expect(bar.ports.shop).toMatchObject({ open: true, version: shop.version });
    expect(menus.menu.switches).toMatchObject([{ userId: expect.stringMatching(/^deleted-/) }]);
  });

  it("leaves alone what colleagues changed, and reads not every order for a customer", async () => {
    await bar.reach("MAKING");
    await bar.send("PATCH", "/menu/mocha", { as: ben, body: { available: true } });
    const read = vi.spyOn(bar.ports.orders, "listOfStaff");
    await leave(bar, carla);
    expect(read).not.toHaveBeenCalled();
    await leave(bar, ana);
    expect(bar.ports.menus.menu.switches).toMatchObject([{ userId: "ben" }]);
  });

  it("ends their work in every shop and kills their tokens", async () => {
    const left = vi.spyOn(bar.ports.staff, "leave");
    const iat = bar.ports.now / 1000;
    await bar.send("DELETE", "/me", { as: { ...ana, iat } });
    expect(left.mock.calls.map(([, group]) => group)).toEqual(["barista", "manager-park"]);
    expect((await bar.send("GET", "/orders?state=open", { as: { ...ana, iat } })).status).toBe(401);
    const { body } = await bar.send("GET", "/staff", { as: marta });
    expect(JSON.stringify(body)).not.toContain("ana");
  });
});

/** The ports, of which the call numbered `last` and all later ones fail: the function is dead. */
function dyingAt(ports: Ports, last: number): Ports {
  let calls = 0;
  const watch = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name) {
        const value = Reflect.get(target, name, target);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) => {
          calls += 1;
          if (calls >= last) throw new Error("died");
          return value.apply(target, args);
        };
      },
    });
  const { clock, orders, days, shops, menus, lines, validator, counter, bus, workflow, staff, revocations } =
    ports;
  const watched = {
    orders,
    days,
    validator,
    staff,
    revocations,
    shops,
    menus,
    lines,
    counter,
    bus,
    workflow,
  };
  const dying = Object.fromEntries(Object.entries(watched).map(([name, port]) => [name, watch(port)]));
  return { ...watched, ...dying, clock };
}

describe("a deletion that dies", () => {
  it("anywhere is finished by asking again", async () => {
    let deaths = 0;
    for (let last = 1; ; last += 1) {
      const each = new Bar();
      each.ports.staff.add("carla", "carla@example.com", ["barista-park"]);
      await each.reach("SUBMITTED");
      await each.wait("customer", 1, { id: "2", execution: "run-2" });
      const died = await deleteAccount(dyingAt(each.ports, last), caller("carla")).then(
        () => false,
        () => true,
      );
      if (!died) break;
      deaths += 1;
      await deleteAccount(each.ports, caller("carla"));
      for (const id of ["1", "2"]) {
        const { state, userId } = await each.row(id);
        expect([last, id, state, userId.startsWith("deleted-")]).toEqual([last, id, "CANCELLED", true]);
      }
      expect(await each.ports.staff.groupsOf("carla")).toBeNull();
      expect(await each.ports.revocations.revokedAt("carla")).toBe(each.ports.now);
    }
    expect(deaths).toBeGreaterThan(15);
  });
});
