import { environmentManager, QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Api } from "./api";
import { queueSubscription } from "./live-subscriptions";
import { queueQuery } from "./queue-queries";
import { ticket } from "./test-orders";

const tickets = vi.fn<Api["tickets"]>();
let client: QueryClient;
let leave: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  // Nothing is read anew by itself where there is no window.
  environmentManager.setIsServer(() => false);
  tickets.mockReset().mockResolvedValue({ orders: [], serverTime: "2026-11-22T08:00:00.000Z" });
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  leave = new QueryObserver(client, queueQuery({ eventId: "default", tickets })).subscribe(() => {});
});
afterEach(() => {
  leave();
  vi.useRealTimers();
});

/** So many seconds of a bar at which something happens in each. */
async function beBusy(seconds: number): Promise<void> {
  const { take } = queueSubscription("default");
  for (let second = 0; second < seconds; second += 1) {
    await vi.advanceTimersByTimeAsync(1_000);
    take(client, { type: "order", order: ticket({ id: `order-${second}`, state: "COLLECTED", version: 6 }) });
  }
}
const readings = () => tickets.mock.calls.length / 2;

it("is read anew however much is told live: what was not told is found out, what has left is let go of", async () => {
  await beBusy(125);
  expect(readings()).toBe(5);
  const { orders } = client.getQueryData<{ orders: unknown[] }>(["queue", "default"]) ?? { orders: [] };
  expect(orders.length).toBeLessThan(70);
});

it("is read no faster while the shop does not answer", async () => {
  await beBusy(1);
  tickets.mockRejectedValue(new Error("no answer"));
  await beBusy(120);
  expect(readings()).toBe(5);
});
