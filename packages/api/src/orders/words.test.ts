import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Bar, people } from "../fakes/bar";
import { sweep } from "../sweeper/sweep";
import { timeOutOrder } from "./time-out-order";

const { carla, dora, ana, ben } = people;

const journeyOf = async (bar: Bar, id?: string) => (await bar.row(id)).history.map(({ message }) => message);
const errorOf = ({ body }: Awaited<ReturnType<Bar["send"]>>) => body.error;

describe("what an order's journey says", () => {
  it("of one that goes to and fro, and is collected", async () => {
    const bar = await new Bar().reach("CREATED");
    await bar.command("extend", carla);
    await bar.submit();
    await bar.wait("barista", 2);
    for (const command of ["make", "unmake", "make", "complete"]) await bar.command(command, ana);
    await bar.wait("collection", 3);
    for (const command of ["recall", "complete", "collect"]) await bar.command(command, ana);
    expect(await journeyOf(bar)).toEqual([
      "The shop has a place: time to choose.",
      "More time to choose.",
      "Number 1: Flat white ordered.",
      "Name of ana makes it.",
      "Back in the queue.",
      "Name of ana makes it.",
      "Ready on the counter.",
      "Recalled: Name of ana makes it again.",
      "Ready on the counter.",
      "Collected.",
    ]);
  });

  it("of one that is asked for, and of what its event says", async () => {
    const bar = new Bar();
    const { orderId = "" } = (await bar.scan(carla)).body;
    expect(await journeyOf(bar, orderId)).toEqual(["Asked for a place."]);
    expect(bar.ports.events[0]?.detail).toMatchObject({ Message: "A customer asks for a place." });
    expect((await bar.row(orderId)).pending).toEqual({});
  });

  it.each([
    ["CREATED", 901, "Nothing was chosen in time."],
    ["SUBMITTED", 901, "It could not be made in time."],
    ["COMPLETED", 601, "Taken to be collected."],
  ] as const)("of one that is %s when its time is up", async (state, seconds, said) => {
    const bar = await new Bar().reach(state);
    bar.ports.advance(seconds + 60);
    await sweep(bar.ports);
    expect((await journeyOf(bar)).at(-1)).toBe(said);
  });
});

describe("what a refusal says, and which field it names", () => {
  it("to whoever cancels", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    const unsaid = { code: "invalid_request", message: "Please say why it is cancelled.", field: "reason" };
    expect(errorOf(await bar.command("cancel", ana))).toEqual(unsaid);
    await bar.command("make", ana);
    const { message } = errorOf(await bar.command("cancel", carla)) ?? {};
    expect(message).toBe("It is being made already.");
  });

  it("to whoever takes a colleague's drink, and one that is anybody's", async () => {
    const bar = await new Bar().reach("MAKING");
    expect(errorOf(await bar.command("complete", ben))?.message).toBe("Name of ana has this order.");
    const row = await bar.row();
    bar.ports.orders.keepNew({ ...row, id: "2", baristaName: null });
    const nameless = await bar.send("POST", "/orders/2/complete", { as: ben });
    expect(errorOf(nameless)?.message).toBe("Another barista has this order.");
  });

  it("to whoever comes too early, too late, or too often", async () => {
    const bar = await new Bar().reach("CREATED");
    const recall = errorOf(await bar.command("recall", ana));
    expect(recall?.message).toBe("The order is CREATED: recall is not possible now.");
    for (const _ of [1, 2]) await bar.command("extend", carla);
    const extend = errorOf(await bar.command("extend", carla));
    expect(extend?.message).toBe("This order has had all its extra time.");
  });

  it("before the order has its place", async () => {
    const bar = new Bar();
    const { orderId = "" } = (await bar.scan(carla)).body;
    const sent = { as: carla, body: { drink: "flat-white" } };
    const early = errorOf(await bar.send("PUT", `/orders/${orderId}`, sent));
    expect(early).toMatchObject({ code: "order_starting", order: { id: orderId, state: "REQUESTED" } });
    expect(early?.message).toBe("The shop is still making a place for this order. Try again at once.");
    const made = errorOf(await bar.send("POST", `/orders/${orderId}/make`, { as: ana }));
    expect(made?.code).toBe("order_conflict");
  });

  it("of an order that there is not, to staff, too", async () => {
    const bar = new Bar();
    const none = { code: "order_not_found", message: "There is no such order." };
    expect(errorOf(await bar.command("make", ana))).toEqual(none);
    expect(errorOf(await bar.submit(carla))).toEqual(none);
  });

  it("of a key that named something else", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    await bar.command("make", ana, { key: "once" });
    expect(errorOf(await bar.command("complete", ana, { key: "once" }))).toEqual({
      code: "idempotency_key_reused",
      message: "This Idempotency-Key was used for something else.",
      field: "Idempotency-Key",
    });
  });

  it("of codes", async () => {
    const bar = new Bar();
    const code = await bar.code();
    expect(errorOf(await bar.scan(carla, { code: "3467CDFGHJ" }))).toEqual({
      ...{ code: "code_unknown", field: "code" },
      message: "This is not the code on the screen. Please scan it again.",
    });
    bar.ports.shop = { ...bar.ports.shop, drinksPerCode: 1 };
    await bar.scan(dora, { code });
    expect(errorOf(await bar.scan(carla, { code }))).toEqual({
      ...{ code: "code_exhausted", field: "code", retryAt: "2026-11-22T09:05:00.000Z" },
      message: "All places on this code are taken. Please scan the next one.",
    });
    bar.ports.advance(900);
    expect(errorOf(await bar.scan(carla, { code }))).toEqual({
      ...{ code: "code_expired", field: "code" },
      message: "This code has left the screen. Please scan the new one.",
    });
    for (let tries = 0; tries < 10; tries += 1) await bar.scan(carla, { code: "3467CDFGHJ" });
    const locked = errorOf(await bar.scan(carla));
    expect(locked?.message).toBe("Too many codes that were none. Please wait a while.");
  });

  it("of the day's limit, which is none for whoever stands behind the bar", async () => {
    const bar = new Bar();
    bar.ports.shop = { ...bar.ports.shop, maxOrdersPerUser: 0 };
    const limit = errorOf(await bar.scan(carla));
    expect(limit?.message).toBe("You have had what one guest may order in a day.");
    expect((await bar.scan(ana)).status).toBe(200);
  });

  it("of an account that is gone", async () => {
    const bar = new Bar();
    const { validator } = bar.ports;
    await bar.scan(carla);
    const read = validator.readCustomer.bind(validator);
    validator.readCustomer = async (...of) => {
      const row = await read(...of);
      return row && { ...row, isForgotten: true };
    };
    const gone = errorOf(await bar.scan(carla));
    expect(gone).toEqual({ code: "unauthenticated", message: "This account is deleted." });
  });
});

describe("a code", () => {
  it("leads to a new order once the one that it led to twice has ended", async () => {
    const bar = new Bar();
    const first = (await bar.scan(carla, { key: "a" })).body.orderId ?? "";
    expect((await bar.scan(carla, { key: "b" })).body.orderId).toBe(first);
    await bar.send("POST", `/orders/${first}/cancel`, { as: carla });
    const second = (await bar.scan(carla, { key: "c" })).body.orderId;
    expect(second).not.toBe(first);
    expect((await bar.scan(carla, { key: "b" })).body.orderId).toBe(first);
  });

  it("and a walk-up that are asked for with one key are two orders", async () => {
    const bar = new Bar();
    const own = (await bar.scan(ana, { key: "once" })).body.orderId;
    const walkUp = (await bar.send("POST", "/orders", { as: ana, key: "once" })).body.orderId ?? "";
    expect(walkUp).not.toBe(own);
    expect((await bar.row(walkUp)).pending).toEqual({});
  });
});

describe("a wait whose time is up", () => {
  const ask = (bar: Bar, orderId: string, waitingFor: "customer" | "barista" | "collection") =>
    timeOutOrder(bar.ports, { eventId: "default", orderId, execution: "run-1", waitingFor });

  it("is entered again by an order that has not been let in, and ends with one that has ended", async () => {
    const bar = new Bar();
    const { orderId = "" } = (await bar.scan(carla)).body;
    expect(await ask(bar, orderId, "customer")).toMatchObject({ go: "again" });
    await bar.send("POST", `/orders/${orderId}/cancel`, { as: carla });
    for (const waitingFor of ["customer", "collection"] as const) {
      expect(await ask(bar, orderId, waitingFor)).toMatchObject({ go: "end" });
    }
  });

  it("goes on only where the drink was collected out of it", async () => {
    const bar = await new Bar().reach("COMPLETED");
    await bar.command("collect", ana);
    expect(await ask(bar, "1", "collection")).toMatchObject({ go: "next" });
    expect(await ask(bar, "1", "barista")).toMatchObject({ go: "end" });
  });
});

describe("the log", () => {
  const lines: Record<string, unknown>[] = [];

  beforeEach(() => {
    lines.length = 0;
    for (const level of ["info", "warn", "error"] as const) {
      vi.spyOn(console, level).mockImplementation((line: string) => void lines.push(JSON.parse(line)));
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  const told = (message: string) => lines.filter((line) => line.message === message);

  it("names each command, what came of it and of which order, and warns of nothing", async () => {
    const bar = await new Bar().reach("CREATED");
    await bar.command("extend", carla);
    await bar.submit();
    const orderId = "1";
    const of = { level: "info", orderId, eventId: "default" };
    expect(told("command")).toMatchObject([
      { ...of, command: "extend", version: 2 },
      { ...of, command: "submit", version: 3 },
    ]);
    const waited = { eventId: "default", orderId, execution: "run-1", waitingFor: "customer" } as const;
    await timeOutOrder(bar.ports, waited);
    expect(told("wait timed out")).toMatchObject([
      { id: orderId, eventId: "default", waitingFor: "customer", state: "SUBMITTED", go: "next" },
    ]);
    expect(lines.filter(({ level }) => level !== "info")).toEqual([]);
  });

  it("names what is asked for, and what is left to the sweeper and finished by it", async () => {
    const bar = new Bar();
    bar.ports.isDown = true;
    const { orderId } = (await bar.scan(carla)).body;
    const walkUp = (await bar.send("POST", "/orders", { as: ana })).body.orderId;
    const of = { eventId: "default" };
    expect(told("order requested")).toMatchObject([{ ...of, orderId }]);
    expect(told("walk-up begun")).toMatchObject([{ ...of, orderId: walkUp }]);
    expect(told("follow-up left to the sweeper")).toMatchObject([
      { ...of, id: orderId, followUp: "v1" },
      { ...of, id: walkUp, followUp: "v1" },
    ]);
    bar.ports.advance(11);
    await sweep(bar.ports);
    expect(told("not swept")).toMatchObject([
      { what: "followUps", ...of, id: orderId },
      { what: "followUps", ...of, id: walkUp },
    ]);
    bar.ports.isDown = false;
    await sweep(bar.ports);
    expect(told("follow-up finished")).toMatchObject([
      { ...of, id: orderId, followUp: "v1", ageSeconds: 11 },
      { ...of, id: walkUp, followUp: "v1", ageSeconds: 11 },
    ]);
  });

  it("names a wait that is not its order's", async () => {
    const bar = await new Bar().reach("CREATED");
    await bar.wait("customer", 1, { execution: "run-2" });
    expect(told("wait of an order that is not its workflow's")).toMatchObject([
      { level: "warn", eventId: "default", id: "1", execution: "run-2" },
    ]);
  });
});
