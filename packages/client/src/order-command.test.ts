import { AppError } from "@serverlesspresso/contracts/error";
import { MutationObserver, QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Api, type Commanded, createApi } from "./api";
import { NetworkError } from "./network-error";
import { isUnderWay, orderCommandOptions, type Refusal } from "./order-command";
import { queueQuery } from "./queries";
import { ServerClock } from "./server-clock";
import { order, ticket } from "./test-orders";

const by = { sub: "ana", name: "Ana" };
const intention = { order: order(), key: "key-1", by };

let client: QueryClient;
let api: Api;
let commandOrder: ReturnType<typeof vi.fn<Api["commandOrder"]>>;
let refusals: Refusal[];
let leave: () => void;
let queue: QueryObserver<ReturnType<typeof ticket>[], Error>;

const shown = () => queue.getCurrentResult().data?.map(({ state, version }) => `${state} ${version}`);
const settle = () => vi.advanceTimersByTimeAsync(1);
const command = (name: "make" | "complete") =>
  new MutationObserver(
    client,
    orderCommandOptions(api, client, name, (refusal) => refusals.push(refusal)),
  );

beforeEach(async () => {
  vi.useFakeTimers();
  client = new QueryClient();
  commandOrder = vi.fn<Api["commandOrder"]>();
  refusals = [];
  const ports = {
    apiUrl: "http://localhost:21500",
    eventId: "default",
    session: { get: async () => null },
    clock: new ServerClock(),
  };
  const serverTime = "2026-11-22T10:00:00.000Z";
  api = {
    ...createApi(ports),
    commandOrder,
    tickets: async (state) => ({ orders: state === "open" ? [ticket()] : [], serverTime }),
  };
  // The cache holds a list, the observer shows tickets: its type is that of the selection.
  queue = new QueryObserver(client, { ...queueQuery(api) }) as unknown as typeof queue;
  leave = queue.subscribe(() => {});
  await settle();
});
afterEach(() => {
  leave();
  client.clear();
  vi.useRealTimers();
});

describe("a barista's command", () => {
  it("is shown before it is answered, and the answer takes its place", async () => {
    let answer = (_: Commanded) => {};
    commandOrder.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    const done = command("make").mutate(intention);
    await settle();
    expect(shown()).toEqual(["MAKING 3"]);
    expect(isUnderWay(client, "make", "a")).toBe(true);
    expect(isUnderWay(client, "make", "b")).toBe(false);
    answer(ticket({ state: "MAKING", version: 4 }));
    await done;
    await settle();
    expect(shown()).toEqual(["MAKING 4"]);
    expect(isUnderWay(client, "make", "a")).toBe(false);
  });

  it("that is refused gives way to the order as it stands, and the reason is told", async () => {
    const theirs = order({ state: "MAKING", version: 4, baristaName: "Ben" });
    commandOrder.mockRejectedValue(new AppError("order_conflict", "Ben has it", { order: theirs }));
    await command("complete")
      .mutate(intention)
      .catch(() => {});
    await settle();
    expect(shown()).toEqual(["MAKING 4"]);
    expect(queue.getCurrentResult().data).toMatchObject([{ baristaName: "Ben" }]);
    expect(refusals).toMatchObject([{ code: "order_conflict", message: "Ben has it" }]);
  });

  it("without an answer is repeated with the same key, then taken back", async () => {
    commandOrder.mockRejectedValue(new NetworkError("lost"));
    const done = command("make")
      .mutate(intention)
      .catch(() => {});
    await vi.advanceTimersByTimeAsync(3_500);
    expect(shown()).toEqual(["MAKING 3"]);
    await vi.advanceTimersByTimeAsync(30_000);
    await done;
    expect(shown()).toEqual(["SUBMITTED 3"]);
    expect(commandOrder.mock.calls).toEqual(Array(4).fill(["a", "make", "key-1", undefined]));
    expect(refusals[0]).toBeInstanceOf(NetworkError);
  });

  it("that is refused for good is not repeated", async () => {
    commandOrder.mockRejectedValue(new AppError("forbidden", "Not yours"));
    await command("make")
      .mutate(intention)
      .catch(() => {});
    await settle();
    expect(commandOrder).toHaveBeenCalledTimes(1);
    expect(shown()).toEqual(["SUBMITTED 3"]);
  });
});
