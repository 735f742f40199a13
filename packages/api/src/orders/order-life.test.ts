import { eventType, OrderChanged } from "@serverlesspresso/contracts/event";
import { Journey } from "@serverlesspresso/contracts/order";
import { describe, expect, it } from "vitest";
import { Bar, type Person, people } from "../fakes/bar";

const { carla, dora, ana, ben, marta, screen } = people;

describe("an order that goes well", () => {
  it("returns the token of each wait once, and tells of each step in the order of its version", async () => {
    const bar = await new Bar().reach("COMPLETED");
    await bar.command("collect", ben);
    expect(bar.ports.returned).toEqual(["run-1:1 success", "run-1:2 success", "run-1:3 success"]);
    expect(bar.ports.typesPut()).toEqual([
      eventType.orderAdmitted,
      eventType.orderSubmitted,
      eventType.orderMaking,
      eventType.orderCompleted,
      eventType.orderCollected,
    ]);
    expect(bar.ports.events.map(({ detail }) => OrderChanged.parse(detail).version)).toEqual([1, 2, 3, 4, 5]);
  });

  it("leaves nothing owed and no time running", async () => {
    const bar = await new Bar().reach("COMPLETED");
    await bar.command("collect", ben);
    expect(await bar.row()).toMatchObject({ state: "COLLECTED", pending: {}, due: null });
  });

  it("answers its journey, oldest first", async () => {
    const bar = await new Bar().reach("MAKING");
    const { body } = await bar.send("GET", "/orders/1/journey", { as: carla });
    expect(body).toMatchObject({
      id: "1",
      steps: [
        { version: 1, state: "CREATED", by: "shop" },
        { version: 2, state: "SUBMITTED", by: "customer", message: "Number 1: Flat white ordered." },
        { version: 3, state: "MAKING", by: "barista", message: "Name of ana makes it." },
      ],
    });
  });
});

describe("the journey", () => {
  it("tells the staff who of them took each step, and the customer no more than the claim", async () => {
    const bar = await new Bar().reach("MAKING");
    await bar.command("complete", ana);
    await bar.command("recall", ben);
    await bar.command("complete", marta);
    await bar.command("collect", ana);
    const journeyFor = async (person: Person) =>
      Journey.parse((await bar.send("GET", "/orders/1/journey", { as: person })).body).steps;
    const seen = (await journeyFor(ben)).map(({ state, by, name }) => [state, by, name]);
    expect(seen.slice(1)).toEqual([
      ["SUBMITTED", "customer", undefined],
      ["MAKING", "barista", "Name of ana"],
      ["COMPLETED", "barista", "Name of ana"],
      ["MAKING", "barista", "Name of ben"],
      ["COMPLETED", "barista", "Name of marta"],
      ["COLLECTED", "barista", "Name of ana"],
    ]);
    expect(JSON.stringify(await journeyFor(carla))).not.toMatch(/marta|"name"/);
  });

  it("tells the staff who cancelled", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    await bar.command("cancel", ben, { body: { reason: "No milk" } });
    const { body } = await bar.send("GET", "/orders/1/journey", { as: ana });
    expect(Journey.parse(body).steps.at(-1)).toMatchObject({ state: "CANCELLED", name: "Name of ben" });
  });
});

describe("submitting", () => {
  it("gives the order its number and the barista's time", async () => {
    const bar = await new Bar().reach("CREATED");
    const { status, body } = await bar.submit();
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: "SUBMITTED", number: 1, dueAt: "2026-11-22T09:15:00.000Z" });
  });

  it("is done by a barista for a walk-up", async () => {
    const bar = await new Bar().reach("CREATED");
    expect((await bar.submit(ana)).body).toMatchObject({ state: "SUBMITTED", number: 1 });
    expect(bar.ports.returned).toEqual(["run-1:1 success"]);
  });

  it("is too early before the workflow has admitted the order", async () => {
    const bar = new Bar();
    const { body } = await bar.scan(carla);
    const answer = await bar.send("PUT", `/orders/${body.orderId}`, {
      as: carla,
      body: { drink: "flat-white" },
    });
    expect(answer.status).toBe(409);
    expect(answer.body.error?.code).toBe("order_starting");
  });

  it("is refused a second time with another drink, and the first drink stands", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    const { status, body } = await bar.submit(carla, { body: { drink: "mocha" } });
    expect(status).toBe(409);
    expect(body.error).toMatchObject({
      code: "order_conflict",
      order: { drinkOrder: { drink: "flat-white" } },
    });
  });

  it.each([
    ["an unknown drink", { drink: "tea" }, "drink_unknown", "drink"],
    ["a drink that is switched off", { drink: "mocha" }, "drink_unavailable", "drink"],
    ["an unknown option", { drink: "flat-white", modifiers: ["rum"] }, "option_unknown", "rum"],
    [
      "an option that is switched off",
      { drink: "flat-white", modifiers: ["soy-milk"] },
      "option_unavailable",
      "soy-milk",
    ],
    [
      "two choices of one",
      { drink: "flat-white", modifiers: ["oat-milk", "whole-milk"] },
      "option_unknown",
      "milk",
    ],
  ])("refuses %s by name and changes nothing", async (_what, body, code, field) => {
    const bar = await new Bar().reach("CREATED");
    const before = await bar.row();
    const answer = await bar.submit(carla, { body });
    expect(answer.status).toBe(422);
    expect(answer.body.error).toMatchObject({ code, field });
    expect(await bar.row()).toEqual(before);
  });
});

describe("extending", () => {
  it("gives as much time again, twice and no more, and puts no event", async () => {
    const bar = await new Bar().reach("CREATED");
    const eventsBefore = bar.ports.events.length;
    await bar.command("extend", carla);
    const second = await bar.command("extend", carla);
    expect(second.body).toMatchObject({ dueAt: "2026-11-22T09:45:00.000Z", extensionsLeft: 0, version: 3 });
    expect((await bar.command("extend", carla)).body.error?.code).toBe("order_conflict");
    expect(bar.ports.events).toHaveLength(eventsBefore);
  });
});

describe("claims", () => {
  it("let only one of two baristas make an order: the other learns who has it", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    const [first, second] = await Promise.all([bar.command("make", ana), bar.command("make", ben)]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    const loser = first.status === 409 ? first : second;
    const winner = await bar.row();
    expect(loser.body.error).toMatchObject({
      code: "order_conflict",
      order: { state: "MAKING", baristaName: winner.baristaName },
    });
    expect(winner.version).toBe(3);
  });

  it("keep others from completing and unmaking, but not a manager", async () => {
    const bar = await new Bar().reach("MAKING");
    expect((await bar.command("complete", ben)).body.error?.code).toBe("order_conflict");
    expect((await bar.command("unmake", ben)).body.error?.code).toBe("order_conflict");
    expect((await bar.command("complete", marta)).body).toMatchObject({
      state: "COMPLETED",
      baristaUserId: "ana",
    });
  });

  it("are made by completing an order that nobody has", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    expect((await bar.command("complete", ben)).body).toMatchObject({
      state: "COMPLETED",
      baristaUserId: "ben",
    });
  });

  it("end when the order goes back into the queue, and its time runs on", async () => {
    const bar = await new Bar().reach("MAKING");
    bar.ports.advance(60);
    const { body } = await bar.command("unmake", ana);
    expect(body).toMatchObject({
      state: "SUBMITTED",
      baristaUserId: null,
      dueAt: "2026-11-22T09:15:00.000Z",
    });
    expect(bar.ports.typesPut().at(-1)).toBe(eventType.orderUnmade);
  });
});

describe("recalling", () => {
  it("sends the workflow back to the barista, with a new claimer, a new clock and the old age", async () => {
    const bar = await new Bar().reach("COMPLETED");
    bar.ports.advance(120);
    const { body } = await bar.command("recall", ben);
    expect(body).toMatchObject({
      state: "MAKING",
      baristaUserId: "ben",
      submittedAt: "2026-11-22T09:00:00.000Z",
      completedAt: "2026-11-22T09:00:00.000Z",
      dueAt: "2026-11-22T09:17:00.000Z",
    });
    expect(bar.ports.returned.at(-1)).toBe("run-1:3 Recalled");
  });

  it("is followed by the barista's wait again, and the drink can be completed and collected", async () => {
    const bar = await new Bar().reach("COMPLETED");
    await bar.command("recall", ana);
    await bar.wait("barista", 4);
    await bar.command("complete", ana);
    await bar.wait("collection", 5);
    await bar.command("collect", ana);
    expect(bar.ports.returned.slice(3)).toEqual(["run-1:4 success", "run-1:5 success"]);
  });

  it("before the workflow waits for collection ends that wait when it comes", async () => {
    const bar = await new Bar().reach("MAKING");
    await bar.command("complete", ana);
    await bar.command("recall", ana);
    await bar.wait("collection", 3);
    expect(bar.ports.returned.slice(2)).toEqual(["run-1:3 Recalled"]);
  });
});

describe("cancelling", () => {
  it("by the customer ends the workflow's wait, until the drink is being made", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    expect((await bar.command("cancel", carla, { body: {} })).body).toMatchObject({
      state: "CANCELLED",
      cause: "customer",
      dueAt: null,
    });
    expect(bar.ports.returned.at(-1)).toBe("run-1:2 Cancelled");
  });

  it("by the customer is refused once it is being made", async () => {
    const bar = await new Bar().reach("MAKING");
    const { status, body } = await bar.command("cancel", carla, { body: {} });
    expect([status, body.error?.code]).toEqual([409, "order_conflict"]);
  });

  it("by a barista needs a reason, which stands in the journey", async () => {
    const bar = await new Bar().reach("MAKING");
    const refused = await bar.command("cancel", ana);
    expect(refused.body.error).toMatchObject({ code: "invalid_request", field: "reason" });
    await bar.command("cancel", ana, { body: { reason: "no milk left" } });
    expect((await bar.row()).history.at(-1)?.message).toContain("no milk left");
    expect((await bar.row()).cause).toBe("barista");
  });

  it("is refused once the drink is ready", async () => {
    const bar = await new Bar().reach("COMPLETED");
    expect((await bar.command("cancel", ana, { body: { reason: "late" } })).status).toBe(409);
  });

  it("before the workflow has taken the order up ends its first wait when it comes", async () => {
    const bar = new Bar();
    const { body } = await bar.scan(carla);
    await bar.send("POST", `/orders/${body.orderId}/cancel`, { as: carla });
    await bar.wait("customer", 1, { id: String(body.orderId) });
    expect(bar.ports.returned).toEqual(["run-1:1 Cancelled"]);
    expect((await bar.row(body.orderId)).state).toBe("CANCELLED");
  });
});

describe("other people's orders", () => {
  it.each([
    ["GET", "/orders/1"],
    ["GET", "/orders/1/journey"],
    ["PUT", "/orders/1"],
    ["POST", "/orders/1/cancel"],
    ["POST", "/orders/1/extend"],
  ])("are not even told to exist by %s %s", async (method, path) => {
    const bar = await new Bar().reach("CREATED");
    const body = method === "PUT" ? { drink: "flat-white" } : undefined;
    for (const as of [dora, screen] satisfies Person[]) {
      const answer = await bar.send(method, path, { as, body });
      expect([answer.status, answer.body.error?.code]).toEqual([404, "order_not_found"]);
    }
  });

  it.each(["make", "unmake", "complete", "recall", "collect"])(
    "and one's own are not for customers to %s",
    async (command) => {
      const bar = await new Bar().reach("COMPLETED");
      for (const as of [carla, screen] satisfies Person[]) {
        expect((await bar.command(command, as)).status).toBe(403);
      }
    },
  );
});

describe("lists", () => {
  it("give baristas tickets and the screen the board, without the customer or who claimed what", async () => {
    const bar = await new Bar().reach("MAKING");
    const queue = await bar.send("GET", "/orders?state=open", { as: ana });
    expect(queue.body.orders).toMatchObject([{ id: "1", baristaUserId: "ana" }]);
    const board = await bar.send("GET", "/orders?state=open", { as: screen });
    expect(Object.keys(board.body.orders?.[0] ?? {}).sort()).toEqual([
      "completedAt",
      "drinkOrder",
      "id",
      "number",
      "state",
      "submittedAt",
      "version",
    ]);
    expect((await bar.send("GET", "/orders?state=completed", { as: ana })).body.orders).toEqual([]);
  });

  it("hold what stands ready until it is collected", async () => {
    const bar = await new Bar().reach("COMPLETED");
    expect((await bar.send("GET", "/orders?state=completed", { as: ana })).body.orders).toHaveLength(1);
    await bar.command("collect", ana);
    expect((await bar.send("GET", "/orders?state=completed", { as: ana })).body.orders).toEqual([]);
  });

  it("give customers their own orders only", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    expect((await bar.send("GET", "/myOrders", { as: carla })).body.orders).toMatchObject([{ id: "1" }]);
    expect((await bar.send("GET", "/myOrders", { as: dora })).body.orders).toEqual([]);
  });

  it("never show a task token", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    for (const path of ["/orders?state=open", "/orders/1", "/orders/1/journey"]) {
      expect(JSON.stringify((await bar.send("GET", path, { as: ana })).body)).not.toContain("run-1");
    }
  });
});

it("tells of the drink as the menu had it when it was chosen, whatever the menu becomes", async () => {
  const bar = await new Bar().reach("CREATED");
  await bar.submit(carla, { body: { drink: "flat-white", modifiers: ["oat-milk"] } });
  bar.ports.menus.menu = { ...bar.ports.menus.menu, drinks: [] };
  const { body } = await bar.send("GET", "/orders/1", { as: ana });
  expect(body.drink).toMatchObject({
    name: "Flat white",
    options: [{ default: "whole-milk", choices: [{ id: "whole-milk" }, { id: "oat-milk" }] }],
  });
  expect(bar.ports.events.at(-1)?.detail.drink).toEqual(body.drink);
});
