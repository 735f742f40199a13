import { eventType } from "@serverlesspresso/contracts/event";
import { MenuDraft } from "@serverlesspresso/contracts/menu-draft";
import { describe, expect, it, vi } from "vitest";
import { Bar, type Person, people } from "../fakes/bar";
import { menu } from "../fakes/memory-ports";
import { sweep } from "../sweeper/sweep";

const { carla, ana, ben, marta } = people;
const rita: Person = { sub: "rita", groups: "[manager]" };
const [flatWhite, mocha] = menu.drinks;
const cortado = { ...flatWhite, id: "cortado", name: "Cortado" };

const switchTo = (bar: Bar, body: object, { drink = "flat-white", as = ana as Person, key = "" } = {}) =>
  bar.send("PATCH", `/menu/${drink}`, { as, body, ...(key && { key }) });
const edit = (bar: Bar, version: number, drinks: unknown, as: Person = marta) =>
  bar.send("PUT", "/menu/draft", { as, body: { drinks }, headers: { "if-match": `"${version}"` } });
const publish = (bar: Bar, version: number, as: Person = marta) =>
  bar.send("POST", "/menu/publish", { as, headers: { "if-match": `"${version}"` } });
const draft = async (bar: Bar) => MenuDraft.parse((await bar.send("GET", "/menu/draft", { as: marta })).body);

describe("a barista", () => {
  it("switches a drink off and on: from then on it is refused or taken, and everybody hears of it", async () => {
    const bar = await new Bar().reach("CREATED");
    const { status, body } = await switchTo(bar, { available: false });
    expect([status, body.version]).toEqual([200, 2]);
    expect((await bar.send("GET", "/shop")).body).toMatchObject({ version: 2, menu: body });
    expect((await bar.submit()).body.error).toMatchObject({
      code: "drink_unavailable",
      message: "Flat white is not available now.",
    });
    expect(bar.ports.events.at(-1)).toMatchObject({
      type: eventType.configChanged,
      detail: { eventId: "default", version: 2, Message: "Flat white is sold out." },
    });
    await switchTo(bar, { available: true });
    expect((await bar.submit()).status).toBe(200);
  });

  it("switches one choice off, and it alone", async () => {
    const bar = await new Bar().reach("CREATED");
    await switchTo(bar, { available: false, choice: "oat-milk" });
    const withOat = { drink: "flat-white", modifiers: ["oat-milk"] };
    expect((await bar.submit(carla, { body: withOat })).body.error?.code).toBe("option_unavailable");
    expect((await bar.submit()).status).toBe(200);
  });

  it("who repeats a switch does not undo what a colleague did since", async () => {
    const bar = new Bar();
    await switchTo(bar, { available: false }, { key: "first" });
    await switchTo(bar, { available: true }, { as: ben });
    expect((await switchTo(bar, { available: false }, { key: "first" })).body).toMatchObject({ version: 3 });
    expect((await switchTo(bar, { available: true }, { key: "first" })).body.error?.code).toBe(
      "idempotency_key_reused",
    );
  });

  it("who repeats a switch that changed nothing does not undo what a colleague did since either", async () => {
    const bar = new Bar();
    await switchTo(bar, { available: true }, { key: "first" });
    await switchTo(bar, { available: false }, { as: ben });
    expect((await switchTo(bar, { available: true }, { key: "first" })).body).toMatchObject({
      version: 2,
      drinks: [{ id: "flat-white", available: false }, {}],
    });
  });

  it("whose switch changes nothing is known though a colleague switches at the same time", async () => {
    for (const available of [true, false]) {
      const bar = new Bar();
      bar.ports.menus.beforeNextWrite = () => switchTo(bar, { available: true }, { as: ben, key: "ben's" });
      await switchTo(bar, { available }, { key: "ana's" });
      expect(bar.ports.menus.menu.switches.map(({ key }) => key)).toEqual(["ben's", "ana's"]);
    }
  });

  it("who switches what is so already tells nobody", async () => {
    const bar = new Bar();
    expect((await switchTo(bar, { available: true })).status).toBe(200);
    expect(bar.ports.events).toEqual([]);
  });

  it("and a colleague who switch at the same time both get what they wanted", async () => {
    const bar = new Bar();
    bar.ports.menus.beforeNextWrite = () => switchTo(bar, { available: true }, { drink: "mocha", as: ben });
    const { body } = await switchTo(bar, { available: false });
    expect(body).toMatchObject({
      version: 3,
      drinks: [
        { id: "flat-white", available: false },
        { id: "mocha", available: true },
      ],
    });
  });

  it.each([
    ["a drink that is not on the menu", { available: false }, "tea", "drink_unknown", "drink"],
    [
      "a choice it does not have",
      { available: false, choice: "goat" },
      undefined,
      "option_unknown",
      "choice",
    ],
    ["neither on nor off", { choice: "oat-milk" }, undefined, "invalid_request", "available"],
  ])("who switches %s is told so by name", async (_what, body, drink, code, field) => {
    const answer = await switchTo(new Bar(), body, drink === undefined ? {} : { drink });
    expect(answer.body.error).toMatchObject({ code, field });
  });

  it("sees no draft and publishes none, and a customer switches nothing", async () => {
    const bar = new Bar();
    expect((await bar.send("GET", "/menu/draft", { as: ana })).status).toBe(403);
    expect((await edit(bar, 0, menu.drinks, ana)).status).toBe(403);
    expect((await publish(bar, 0, ana)).status).toBe(403);
    expect((await switchTo(bar, { available: false }, { as: carla })).status).toBe(403);
  });
});

describe("a manager", () => {
  it("prepares a menu that nobody sees until it is published", async () => {
    const bar = new Bar();
    expect(await draft(bar)).toMatchObject({ version: 0, drinks: menu.drinks, changedBy: null });
    expect((await edit(bar, 0, [cortado, mocha])).body).toMatchObject({
      version: 1,
      changedBy: "Name of marta",
    });
    expect((await bar.send("GET", "/shop")).body).toMatchObject({ version: 1, menu });
    expect(bar.ports.events).toEqual([]);

    const { status, body } = await publish(bar, 1);
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 2, drinks: [cortado, mocha], changedBy: null });
    expect((await bar.send("GET", "/shop")).body).toMatchObject({
      version: 2,
      menu: { version: 2, drinks: [cortado, mocha] },
    });
    expect(bar.ports.typesPut()).toEqual([eventType.configChanged]);
    expect(await draft(bar)).toEqual(body);
  });

  it("who publishes switches nothing on that a barista has switched off meanwhile", async () => {
    const bar = new Bar();
    await edit(bar, 0, [
      { ...cortado, available: false },
      ...menu.drinks.map((each) => ({ ...each, available: true })),
    ]);
    await switchTo(bar, { available: false, choice: "oat-milk" });
    bar.ports.menus.beforeNextWrite = () => switchTo(bar, { available: false });
    await publish(bar, 1);
    const { drinks } = bar.ports.menus.menu;
    expect(drinks.map(({ id, available }) => [id, available])).toEqual([
      ["cortado", false],
      ["flat-white", false],
      ["mocha", false],
    ]);
    expect(drinks[1]?.options[0]?.choices.map(({ available }) => available)).toEqual([true, false, false]);
  });

  it.each([
    ["edits", (bar: Bar) => edit(bar, 0, [mocha])],
    ["publishes", (bar: Bar) => publish(bar, 0)],
  ])(
    "who %s what a colleague has changed since is shown the colleague's, and changes nothing",
    async (_what, act) => {
      const bar = new Bar();
      await edit(bar, 0, [cortado], rita);
      const { status, body } = await act(bar);
      expect([status, body.error?.code]).toEqual([412, "edit_stale"]);
      expect(body.error?.theirs).toMatchObject({
        by: "Name of rita",
        draft: { version: 1, drinks: [cortado] },
      });
      expect(await draft(bar)).toMatchObject({ version: 1, drinks: [cortado] });
      expect(bar.ports.menus.menu.version).toBe(1);
    },
  );

  it("and a colleague who edit at the same time do not lose either's edit", async () => {
    const bar = new Bar();
    bar.ports.menus.beforeNextWrite = () => edit(bar, 0, [cortado], rita);
    expect((await edit(bar, 0, [mocha])).status).toBe(412);
    expect(await draft(bar)).toMatchObject({ drinks: [cortado], changedBy: "Name of rita" });
  });

  it("who publishes twice changes nothing the second time", async () => {
    const bar = new Bar();
    await edit(bar, 0, [cortado]);
    await publish(bar, 1);
    expect((await publish(bar, 1)).status).toBe(412);
    expect((await publish(bar, 2)).status).toBe(200);
    expect(bar.ports.menus.menu.version).toBe(2);
  });

  it("may have a menu of 60 drinks with everything, and no larger body", async () => {
    const choices = Array.from({ length: 12 }, (_, n) => ({
      ...flatWhite?.options[0]?.choices[0],
      id: `choice-${n}`,
    }));
    const options = [{ id: "milk", name: "Milk", default: "choice-0", choices }];
    const drinks = Array.from({ length: 60 }, (_, n) => ({ ...cortado, id: `drink-${n}`, options }));
    expect(JSON.stringify(drinks).length).toBeGreaterThan(60_000);
    const bar = new Bar();
    expect((await edit(bar, 0, drinks)).status).toBe(200);
    const { status, body } = await edit(bar, 1, "x".repeat(257 * 1024));
    expect([status, body.error?.code]).toEqual([400, "body_too_large"]);
  });

  it("is told where a menu is none", async () => {
    const { status, body } = await edit(new Bar(), 0, [mocha, mocha]);
    expect([status, body.error?.code, body.error?.field]).toEqual([400, "invalid_request", "drinks.1.id"]);
  });
});

it("a switch that nobody could be told of is told by the sweeper", async () => {
  const bar = new Bar();
  vi.spyOn(bar.ports.bus, "put").mockRejectedValueOnce(new Error("down"));
  expect((await switchTo(bar, { available: false })).status).toBe(200);
  expect(bar.ports.events).toEqual([]);
  bar.ports.advance(10);
  expect(await sweep(bar.ports)).toMatchObject({ followUps: 0, failures: 0 });
  bar.ports.advance(1);
  expect(await sweep(bar.ports)).toMatchObject({ followUps: 1, failures: 0 });
  expect(bar.ports.typesPut()).toEqual([eventType.configChanged]);
});
