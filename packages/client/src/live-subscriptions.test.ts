import type { BoardOrder, Order } from "@serverlesspresso/contracts/order";
import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  boardSubscription,
  customerSubscription,
  queueSubscription,
  shopSubscription,
} from "./live-subscriptions";
import type { LiveOrders } from "./merge-order";
import { queryKeys } from "./queries";
import { order, ticket } from "./test-orders";

const queue = queueSubscription("default");
const own = customerSubscription("eva");
let client: QueryClient;

const listed = () => client.getQueryData<LiveOrders<Order>>(queryKeys.queue("default"))?.orders;
const shownToOwner = () => client.getQueryData<Order>(queryKeys.order("default", "a"));
const message = (told: object) => ({ type: "order", order: told });

beforeEach(() => {
  client = new QueryClient();
  client.setQueryData(queryKeys.queue("default"), { orders: [ticket()], missing: {} });
  client.setQueryData(queryKeys.order("default", "a"), order());
  client.setQueryData(queryKeys.myOrders("default"), [order()]);
});

describe("the queue", () => {
  it("takes the next version, and one never seen, without asking for a snapshot", () => {
    expect(queue.take(client, message(ticket({ version: 4, state: "MAKING" })))).toBe(true);
    expect(queue.take(client, message(ticket({ id: "b" })))).toBe(true);
    expect(listed()).toMatchObject([{ state: "MAKING" }, { id: "b" }]);
  });

  it("drops what is older than it knows", () => {
    expect(queue.take(client, message(ticket({ version: 2, state: "CREATED" })))).toBe(true);
    expect(listed()).toMatchObject([{ version: 3, state: "SUBMITTED" }]);
  });

  it("takes a version after a gap, and asks for a snapshot", () => {
    expect(queue.take(client, message(ticket({ version: 5, state: "COMPLETED" })))).toBe(false);
    expect(listed()).toMatchObject([{ version: 5 }]);
  });

  it("asks for a snapshot when it does not understand, or has none yet", () => {
    expect(queue.take(client, { type: "order", order: { id: "a", TaskToken: "secret" } })).toBe(false);
    expect(queue.take(new QueryClient(), message(ticket()))).toBe(false);
    expect(listed()).toMatchObject([{ version: 3 }]);
  });
});

describe("the board", () => {
  it("reads the places that are left anew, once for a crowd", async () => {
    vi.useFakeTimers();
    const codes = queryKeys.qrCodes("default");
    client.setQueryData(codes, {});
    const invalidated = vi.spyOn(client, "invalidateQueries");
    const board = boardSubscription("default");
    for (let each = 0; each < 50; each += 1) expect(board.take(client, { type: "places" })).toBe(true);
    expect(client.getQueryState(codes)?.isInvalidated).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(client.getQueryState(codes)?.isInvalidated).toBe(true);
    expect(invalidated.mock.calls.map(([filters]) => filters?.queryKey)).toEqual([
      codes,
      queryKeys.shop("default"),
    ]);
    vi.useRealTimers();
  });

  it("takes its own, smaller messages", () => {
    const { id, number, state, version, drinkOrder, submittedAt, completedAt } = order();
    const told: BoardOrder = { id, number, state, version, drinkOrder, submittedAt, completedAt };
    const key = queryKeys.board("default");
    client.setQueryData<LiveOrders<BoardOrder>>(key, { orders: [], missing: {} });
    expect(boardSubscription("default").take(client, message(told))).toBe(true);
    expect(client.getQueryData<LiveOrders<BoardOrder>>(key)?.orders).toEqual([told]);
  });
});

describe("a customer", () => {
  it("sees the new state on the order's page and in the list", () => {
    expect(own.take(client, message(order({ version: 4, state: "MAKING" })))).toBe(true);
    expect(shownToOwner()?.state).toBe("MAKING");
    expect(client.getQueryData<Order[]>(queryKeys.myOrders("default"))).toMatchObject([{ state: "MAKING" }]);
  });

  it("never sees an older version again", () => {
    own.take(client, message(order({ version: 5, state: "COMPLETED" })));
    own.take(client, message(order({ version: 4, state: "MAKING" })));
    expect(shownToOwner()?.state).toBe("COMPLETED");
  });

  it("asks for the list when it lacks an order", () => {
    expect(own.take(client, message(order({ id: "b" })))).toBe(false);
  });
});

describe("the shop", () => {
  it("is read again when its version is another", () => {
    const shop = shopSubscription("default");
    client.setQueryData(queryKeys.shop("default"), { version: 8 });
    expect(shop.take(client, { type: "shop", version: 8 })).toBe(true);
    expect(shop.take(client, { type: "shop", version: 9 })).toBe(false);
  });

  it("tells how its line moves, and an earlier telling that comes late changes nothing", () => {
    const shop = shopSubscription("default");
    const line = (second: number, number: number) => ({
      places: [{ number, wait: null }],
      wait: null,
      serverTime: `2026-11-22T10:00:0${second}.000Z`,
    });
    const known = () => client.getQueryData(queryKeys.line("default"));
    expect(shop.take(client, { type: "line", line: line(2, 8) })).toBe(true);
    expect(shop.take(client, { type: "line", line: line(1, 7) })).toBe(true);
    expect(known()).toEqual(line(2, 8));
    expect(shop.take(client, { type: "line", line: line(3, 9) })).toBe(true);
    expect(known()).toEqual(line(3, 9));
  });
});
