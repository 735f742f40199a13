import { AppError } from "@serverlesspresso/contracts/error";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Api } from "./api";
import { CommandOutbox } from "./command-outbox";
import { KeptCommands } from "./kept-commands";
import { NetworkError } from "./network-error";
import { memoryStorage, order, ticket } from "./test-orders";

const by = { sub: "ana", name: "Ana" };
const [first, second] = [ticket({ id: "a" }), ticket({ id: "b" })];

let storage: Storage;
let commandOrder: ReturnType<typeof vi.fn<Api["commandOrder"]>>;
let told: string[];

/** Another page of the same browser: it knows what is stored, and nothing else. */
function openPage(): CommandOutbox {
  return new CommandOutbox({
    commandOrder,
    by,
    kept: new KeptCommands(storage, by.sub, "default"),
    onOrder: ({ id, version }) => told.push(`${id} ${version}`),
    onRefused: () => {},
  });
}

const waiting = (outbox: CommandOutbox) =>
  outbox.current().commands.map(({ ticket, command }) => `${ticket.id} ${command}`);
const asked = () => commandOrder.mock.calls.map(([id, command]) => `${id} ${command}`);
const keys = () => new Set(commandOrder.mock.calls.map(([, , key]) => key)).size;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const offline = () => commandOrder.mockRejectedValue(new NetworkError("lost"));
const online = () => commandOrder.mockImplementation(async (id) => ticket({ id, version: 4 }));

beforeEach(() => {
  vi.useFakeTimers();
  storage = memoryStorage();
  told = [];
  commandOrder = vi.fn<Api["commandOrder"]>();
  online();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a barista's command", () => {
  it("is kept until the server has answered it", async () => {
    const outbox = openPage();
    outbox.start();
    outbox.place(first, "make");
    expect(waiting(outbox)).toEqual(["a make"]);
    await pass(1);
    expect(waiting(outbox)).toEqual([]);
    expect(told).toEqual(["a 4"]);
    expect(storage.length).toBe(0);
  });

  it("that is held is sent when its time is over, and not at all once it was taken back", async () => {
    const outbox = openPage();
    outbox.start();
    outbox.place(first, "collect", { holdMs: 5_000 });
    outbox.place(second, "cancel", { holdMs: 5_000, reason: "twice" });
    await pass(4_900);
    expect(asked()).toEqual([]);
    const [held] = outbox.current().commands;
    expect(outbox.takeBack(held?.key ?? "")).toBe(true);
    await pass(200);
    expect(commandOrder.mock.calls).toEqual([["b", "cancel", expect.any(String), "twice"]]);
    expect(outbox.takeBack(held?.key ?? "")).toBe(false);
  });

  it("that is held survives a reload, with its key and its time", async () => {
    const before = openPage();
    before.start();
    before.place(first, "collect", { holdMs: 5_000 });
    const key = before.current().commands[0]?.key;
    before.stop();
    await pass(3_000);
    const after = openPage();
    after.start();
    expect(waiting(after)).toEqual(["a collect"]);
    await pass(1_900);
    expect(asked()).toEqual([]);
    await pass(200);
    expect(commandOrder.mock.calls).toEqual([["a", "collect", key, undefined]]);
    await pass(60_000);
    expect(asked()).toEqual(["a collect"]);
  });

  it("that is held is sent at once when whoever tapped leaves, and is kept if nobody answers", async () => {
    const outbox = openPage();
    outbox.start();
    outbox.place(first, "collect", { holdMs: 5_000 });
    outbox.hurry();
    await pass(1);
    expect(asked()).toEqual(["a collect"]);
    expect(waiting(outbox)).toEqual([]);
    offline();
    outbox.place(second, "collect", { holdMs: 5_000 });
    outbox.hurry();
    await pass(3_000);
    expect(waiting(outbox)).toEqual(["b collect"]);
    expect(outbox.takeBack(outbox.current().commands[0]?.key ?? "")).toBe(false);
  });

  it("that another page has taken back is not sent", async () => {
    const [one, other] = [openPage(), openPage()];
    one.start();
    one.place(first, "collect", { holdMs: 5_000 });
    one.stop();
    const late = openPage();
    late.start();
    one.takeBack(one.current().commands[0]?.key ?? "");
    await pass(6_000);
    expect(asked()).toEqual([]);
    expect(waiting(late)).toEqual([]);
    expect(waiting(other)).toEqual([]);
  });

  it("that a closed page has left is sent by another, once it should have been sent long ago", async () => {
    const [closed, open] = [openPage(), openPage()];
    for (const page of [closed, open]) page.start();
    closed.place(first, "collect", { holdMs: 5_000 });
    closed.stop();
    open.look();
    await pass(30_000);
    expect(asked()).toEqual([]);
    await pass(5_001);
    expect(asked()).toEqual(["a collect"]);
    expect(waiting(open)).toEqual([]);
    expect(storage.length).toBe(0);
  });

  it("waits for an earlier one of its order, and for none of another", async () => {
    const outbox = openPage();
    outbox.start();
    commandOrder.mockReturnValue(new Promise(() => {}));
    outbox.place(first, "make");
    outbox.place(first, "complete");
    outbox.place(second, "make");
    await pass(1);
    expect(asked()).toEqual(["a make", "b make"]);
  });
});

describe("without a network", () => {
  it("commands are kept in order over a reload and sent in that order, each with one key", async () => {
    offline();
    const before = openPage();
    before.start();
    before.place(second, "make");
    await pass(1);
    before.place(first, "make");
    before.place(second, "complete");
    await pass(30_000);
    before.stop();
    const after = openPage();
    offline();
    after.start();
    await pass(1);
    commandOrder.mockClear();
    online();
    after.nudge();
    await pass(10_000);
    expect(asked()).toEqual(["b make", "a make", "b complete"]);
    expect(keys()).toBe(3);
    expect(waiting(after)).toEqual([]);
  });

  it("an answer that never comes holds nothing up once the network is back", async () => {
    const outbox = openPage();
    outbox.start();
    commandOrder.mockReturnValueOnce(new Promise(() => {}));
    outbox.place(first, "make");
    await pass(1);
    outbox.nudge();
    await pass(1);
    expect(asked()).toEqual(["a make", "a make"]);
    expect(keys()).toBe(1);
    expect(waiting(outbox)).toEqual([]);
  });
});

describe("a refusal", () => {
  const taken = new AppError("order_conflict", "Ben has it", {
    order: order({ id: "a", version: 7, state: "MAKING", baristaName: "Ben" }),
  });

  it("gives way to the order as it stands, is told until it is read, and lets the next through", async () => {
    const outbox = openPage();
    outbox.start();
    commandOrder.mockRejectedValueOnce(taken);
    outbox.place(first, "make");
    outbox.place(second, "make");
    await pass(1);
    expect(told).toEqual(["a 7", "b 4"]);
    expect(waiting(outbox)).toEqual([]);
    expect(outbox.current().refused).toMatchObject([{ refusal: { code: "order_conflict" } }]);
    outbox.dismiss(outbox.current().refused[0]?.kept.key ?? "");
    expect(outbox.current().refused).toEqual([]);
  });

  it("ends the steps that were tapped after it, and what hands out a drink is left to the shop", async () => {
    const outbox = openPage();
    offline();
    outbox.start();
    outbox.place(first, "make");
    outbox.place(first, "complete");
    outbox.place(second, "make");
    outbox.place(first, "collect");
    await pass(1);
    commandOrder.mockClear();
    online();
    commandOrder.mockRejectedValueOnce(taken);
    outbox.nudge();
    await pass(10_000);
    expect(asked()).toEqual(["a make", "b make", "a collect"]);
    expect(outbox.current().refused).toHaveLength(1);
  });

  it("is silent where somebody else has done the same", async () => {
    const outbox = openPage();
    outbox.start();
    const gone = order({ id: "a", version: 7, state: "COLLECTED" });
    commandOrder.mockRejectedValueOnce(new AppError("order_conflict", "Gone", { order: gone }));
    outbox.place(first, "collect");
    await pass(1);
    expect(outbox.current()).toEqual({ commands: [], refused: [] });
  });

  it("of a shop that cannot now comes after some tries, of a sign-in that has ended never", async () => {
    const outbox = openPage();
    outbox.start();
    commandOrder.mockRejectedValue(new AppError("internal", "?"));
    outbox.place(first, "make");
    await pass(60_000);
    expect(commandOrder).toHaveBeenCalledTimes(5);
    expect(keys()).toBe(1);
    expect(outbox.current().refused).toHaveLength(1);

    commandOrder.mockRejectedValue(new AppError("unauthenticated", "Sign in"));
    outbox.place(second, "make");
    await pass(60_000);
    expect(waiting(outbox)).toEqual(["b make"]);
    expect(outbox.current().refused).toHaveLength(1);
  });
});
