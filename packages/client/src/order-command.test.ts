import { AppError } from "@serverlesspresso/contracts/error";
import { MutationObserver, QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Api, Commanded } from "./api";
import { NetworkError } from "./network-error";
import { isUnderWay, orderCommandOptions, type Refusal } from "./order-command";
import { queryKeys } from "./queries";
import { order } from "./test-orders";

const intention = { order: order(), key: "key-1" };

let client: QueryClient;
let commandOrder: ReturnType<typeof vi.fn<Api["commandOrder"]>>;
let refusals: Refusal[];

const known = () => client.getQueryData<Commanded>(queryKeys.order("default", "a"))?.version;
const settle = () => vi.advanceTimersByTimeAsync(1);
function cancel() {
  const api = { eventId: "default", commandOrder };
  return new MutationObserver(
    client,
    orderCommandOptions(api, client, "cancel", (refusal) => refusals.push(refusal)),
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  client = new QueryClient();
  commandOrder = vi.fn<Api["commandOrder"]>();
  refusals = [];
});
afterEach(() => {
  client.clear();
  vi.useRealTimers();
});

describe("an owner's command", () => {
  it("is under way for its order alone until it is answered, and the answer is known then", async () => {
    let answer = (_: Commanded) => {};
    commandOrder.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    const done = cancel().mutate(intention);
    await settle();
    expect(isUnderWay(client, "cancel", "a")).toBe(true);
    expect(isUnderWay(client, "cancel", "b")).toBe(false);
    answer(order({ state: "CANCELLED", version: 4 }));
    await done;
    expect(known()).toBe(4);
    expect(isUnderWay(client, "cancel", "a")).toBe(false);
  });

  it("that is refused tells the reason, and the order as it stands is known; it is not repeated", async () => {
    const theirs = order({ state: "MAKING", version: 4, baristaName: "Ben" });
    commandOrder.mockRejectedValue(new AppError("order_conflict", "Ben has it", { order: theirs }));
    await cancel()
      .mutate(intention)
      .catch(() => {});
    expect(known()).toBe(4);
    expect(refusals).toMatchObject([{ code: "order_conflict", message: "Ben has it" }]);
    expect(commandOrder).toHaveBeenCalledTimes(1);
  });

  it("without an answer is repeated with the same key, then given up", async () => {
    commandOrder.mockRejectedValue(new NetworkError("lost"));
    const done = cancel()
      .mutate(intention)
      .catch(() => {});
    await vi.advanceTimersByTimeAsync(30_000);
    await done;
    expect(commandOrder.mock.calls).toEqual(Array(4).fill(["a", "cancel", "key-1", undefined]));
    expect(refusals[0]).toBeInstanceOf(NetworkError);
  });
});
