import { AppError } from "@serverlesspresso/contracts/error";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Api, Commanded } from "./api";
import { keptKey } from "./kept-things";
import { NetworkError } from "./network-error";
import { OrderSubmission } from "./order-submission";
import { fullStorage, memoryStorage, order } from "./test-orders";

const flatWhite = { drink: "flat-white", modifiers: ["oat-milk"] };
const mocha = { drink: "mocha", modifiers: [] };

let storage: Storage;
let taken: Commanded[];
let submitOrder: ReturnType<typeof vi.fn<Api["submitOrder"]>>;

const open = (sub = "eva"): OrderSubmission => {
  const submission = new OrderSubmission("a", "default", {
    submitOrder,
    sub,
    storage,
    onOrder: (told) => taken.push(told),
  });
  submission.nudge();
  return submission;
};
const settle = () => vi.advanceTimersByTimeAsync(0);
const keysSent = () => new Set(submitOrder.mock.calls.map(([, , key]) => key));

beforeEach(() => {
  vi.useFakeTimers();
  storage = memoryStorage();
  taken = [];
  submitOrder = vi.fn<Api["submitOrder"]>(async () => order());
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a submitted choice", () => {
  it("is acknowledged with the order, and nothing is kept", async () => {
    const submission = open();
    submission.submit(flatWhite);
    expect(submission.current()).toEqual({ status: "sending", choice: flatWhite, refusal: null });
    await settle();
    expect(submission.current().status).toBe("acknowledged");
    expect(taken).toEqual([order()]);
    expect(storage.length).toBe(0);
  });

  it("is sent once, however often it is tapped", async () => {
    const submission = open();
    submission.submit(flatWhite);
    submission.submit(mocha);
    submission.submit(flatWhite);
    await settle();
    expect(submitOrder).toHaveBeenCalledTimes(1);
    expect(submitOrder).toHaveBeenCalledWith("a", flatWhite, expect.stringMatching(/^[0-9a-f]{32}$/));
  });

  it("is repeated with the same key after lost answers, ever more slowly", async () => {
    submitOrder.mockRejectedValue(new NetworkError("lost"));
    const submission = open();
    submission.submit(flatWhite);
    for (const delay of [0, 1000, 2000, 4000, 8000, 8000]) {
      await vi.advanceTimersByTimeAsync(delay);
      expect(submission.current().status).toBe("unsent");
    }
    expect(submitOrder).toHaveBeenCalledTimes(6);
    submitOrder.mockResolvedValue(order());
    submission.nudge();
    await settle();
    expect(submission.current().status).toBe("acknowledged");
    expect(keysSent().size).toBe(1);
  });

  it("is sent, and repeated with its key, where the browser has no room to keep it", async () => {
    storage = fullStorage();
    const submission = open();
    submitOrder.mockRejectedValueOnce(new NetworkError("lost"));
    submission.submit(flatWhite);
    await settle();
    expect(submission.current().status).toBe("unsent");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(submission.current().status).toBe("acknowledged");
    expect(submitOrder).toHaveBeenCalledTimes(2);
    expect(keysSent().size).toBe(1);
    submission.submit(mocha);
    await settle();
    expect(keysSent().size).toBe(2);
  });

  it("goes on with its key after a reload", async () => {
    submitOrder.mockRejectedValue(new NetworkError("lost"));
    const before = open();
    before.submit(flatWhite);
    await settle();
    submitOrder.mockResolvedValue(order());
    const reloaded = open();
    expect(reloaded.current()).toMatchObject({ status: "sending", choice: flatWhite });
    await settle();
    expect(reloaded.current().status).toBe("acknowledged");
    expect(keysSent().size).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(submitOrder).toHaveBeenCalledTimes(2);
  });

  it("waits for the admission of its order and is sent then", async () => {
    submitOrder.mockRejectedValue(new AppError("order_starting", "Just a moment"));
    const submission = open();
    submission.submit(flatWhite);
    await settle();
    expect(submission.current().status).toBe("starting");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(submitOrder).toHaveBeenCalledTimes(3);
    submitOrder.mockResolvedValue(order());
    submission.nudge();
    await settle();
    expect(submission.current().status).toBe("acknowledged");
  });

  it("is given up when refused; the order as it stands is taken, and another choice gets another key", async () => {
    const cancelled = order({ state: "CANCELLED", cause: "closed" });
    submitOrder.mockRejectedValueOnce(new AppError("order_conflict", "Too late", { order: cancelled }));
    const submission = open();
    submission.submit(flatWhite);
    await settle();
    expect(submission.current()).toMatchObject({ status: "refused", refusal: { code: "order_conflict" } });
    expect(taken).toEqual([cancelled]);
    expect(storage.length).toBe(0);
    submission.submit(mocha);
    await settle();
    expect(submission.current().status).toBe("acknowledged");
    expect(keysSent().size).toBe(2);
  });

  it("is kept when the sign-in has ended, and sent by the next visit", async () => {
    submitOrder.mockRejectedValueOnce(new AppError("unauthenticated", "Please sign in again"));
    const submission = open();
    submission.submit(flatWhite);
    await settle();
    expect(submission.current().status).toBe("refused");
    const later = open();
    await settle();
    expect(later.current().status).toBe("acknowledged");
    expect(keysSent().size).toBe(1);
  });

  it("is neither shown to another customer who signs in here, nor sent as theirs", async () => {
    submitOrder.mockRejectedValueOnce(new AppError("unauthenticated", "Please sign in again"));
    const hers = open("eva");
    hers.submit(flatWhite);
    await settle();
    const his = open("ben");
    await settle();
    expect(his.current()).toEqual({ status: "idle", choice: null, refusal: null });
    expect(submitOrder).toHaveBeenCalledTimes(1);
    expect(open("eva").current()).toMatchObject({ status: "sending", choice: flatWhite });
  });

  it("that two tabs send ends as one order in both", async () => {
    submitOrder.mockRejectedValueOnce(new NetworkError("lost"));
    const [one, other] = [open(), open()];
    one.submit(flatWhite);
    await settle();
    other.submit(mocha);
    expect(other.current()).toMatchObject({ status: "sending", choice: flatWhite });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(other.current().status).toBe("acknowledged");
    expect(one.current().status).toBe("idle");
    expect(keysSent().size).toBe(1);
  });

  it("that cannot be read any more is not sent", () => {
    storage.setItem(keptKey("eva", "submit", "default", "a"), "{broken");
    expect(open().current().status).toBe("idle");
    expect(submitOrder).not.toHaveBeenCalled();
  });
});
