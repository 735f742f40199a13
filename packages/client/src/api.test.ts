import { AppError } from "@serverlesspresso/contracts/error";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createApi } from "./api";
import { NetworkError } from "./network-error";
import { ServerClock } from "./server-clock";
import type { SessionClient } from "./session";
import { order, ticket } from "./test-orders";

const session = { sub: "s", groups: [], email: null, name: null, expiresAt: 0 };
const get = vi.fn<SessionClient["get"]>();
const clock = new ServerClock();
const api = createApi({ apiUrl: "http://localhost:21500/", eventId: "expo", session: { get }, clock });

const fetched = vi.fn<typeof fetch>();
const answer = (status: number, body: unknown) =>
  fetched.mockResolvedValueOnce(Response.json(body, { status }));
const request = (index = 0) => {
  const [url, init] = fetched.mock.calls[index] ?? [];
  return { url: String(url), method: init?.method, body: init?.body, headers: new Headers(init?.headers) };
};

beforeEach(() => {
  vi.stubGlobal("fetch", fetched);
  fetched.mockReset();
  get.mockReset();
  get.mockImplementation(async (options = {}) => ({
    ...session,
    accessToken: options.refused === "token" ? "renewed" : "token",
  }));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a request", () => {
  it("names the shop, the token and the key", async () => {
    answer(200, ticket());
    await api.submitOrder("a", { drink: "mocha", modifiers: [] }, "key-1");
    const { url, method, body, headers } = request();
    expect(`${method} ${url}`).toBe("PUT http://localhost:21500/orders/a?eventId=expo");
    expect(headers.get("authorization")).toBe("Bearer token");
    expect(headers.get("idempotency-key")).toBe("key-1");
    expect(body).toBe('{"drink":"mocha","modifiers":[]}');
  });

  it("takes what the page asked early, at the time at which that was answered", async () => {
    const now = Date.now();
    const [sentAt, receivedAt] = [now - 2_000, now - 1_500];
    const response = Response.json({ orders: [], serverTime: new Date(sentAt + 250).toISOString() });
    const early = { token: "token", sentAt, answer: Promise.resolve({ response, sentAt, receivedAt }) };
    vi.stubGlobal("earlyRequests", new Map([["http://localhost:21500/myOrders?eventId=expo", early]]));
    await api.myOrders();
    expect(fetched).not.toHaveBeenCalled();
    expect(clock.at(0)).toBe(0);
  });

  it("is sent after all when what the page asked early came to nothing", async () => {
    answer(200, { orders: [], serverTime: "2026-11-22T10:00:00.000Z" });
    const lost = Promise.reject(new TypeError("Failed to fetch"));
    const early = { token: "token", sentAt: Date.now(), answer: lost };
    vi.stubGlobal("earlyRequests", new Map([["http://localhost:21500/myOrders?eventId=expo", early]]));
    expect(await api.myOrders()).toMatchObject({ orders: [] });
  });

  it("keeps the query of its route", async () => {
    answer(200, { orders: [], serverTime: "2026-11-22T10:00:00.000Z" });
    await api.tickets("open");
    expect(request().url).toBe("http://localhost:21500/orders?state=open&eventId=expo");
  });

  it("is repeated once, with a renewed token and the same key, when the token is refused", async () => {
    answer(401, { message: "Unauthorized" });
    answer(200, ticket());
    await api.commandOrder("a", "make", "key-1");
    expect(request(1).headers.get("authorization")).toBe("Bearer renewed");
    expect(request(1).headers.get("idempotency-key")).toBe("key-1");
  });

  it.each([
    ["the sign-in has ended", null],
    ["there is no other token", { ...session, accessToken: "token" }],
  ])("is not repeated when %s", async (_why, renewed) => {
    answer(401, { message: "Unauthorized" });
    get.mockResolvedValueOnce({ ...session, accessToken: "token" }).mockResolvedValueOnce(renewed);
    await expect(api.myOrders()).rejects.toMatchObject({ code: "unauthenticated" });
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it("refused twice is unauthenticated", async () => {
    answer(401, { message: "Unauthorized" });
    answer(401, { message: "Unauthorized" });
    await expect(api.myOrders()).rejects.toMatchObject({ name: "AppError", code: "unauthenticated" });
    expect(fetched).toHaveBeenCalledTimes(2);
  });
});

describe("an answer", () => {
  it("that is an error of the product becomes the same error, with its order", async () => {
    const error = { code: "order_conflict", message: "Ana has it", order: order({ state: "MAKING" }) };
    answer(409, { error });
    const thrown = await api.commandOrder("a", "make", "k").catch((cause: unknown) => cause);
    expect(thrown).toBeInstanceOf(AppError);
    expect(thrown).toMatchObject(error);
  });

  it("that says when it may go well keeps the time", async () => {
    const retryAt = "2026-11-22T10:05:00.000Z";
    answer(409, { error: { code: "code_exhausted", message: "Taken", retryAt } });
    await expect(api.redeemCode("34679CDFGH", "k")).rejects.toMatchObject({
      code: "code_exhausted",
      retryAt,
    });
  });

  it("that nobody here wrote is internal, or what its status says", async () => {
    fetched.mockResolvedValueOnce(new Response("<html>", { status: 502 }));
    await expect(api.shop()).rejects.toMatchObject({ code: "internal" });
    answer(403, { message: "Forbidden" });
    await expect(api.shop()).rejects.toMatchObject({ code: "forbidden" });
    answer(200, { surprising: true });
    await expect(api.shop()).rejects.toMatchObject({ code: "internal" });
  });

  it("that does not come is a network error", async () => {
    fetched.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    await expect(api.shop()).rejects.toBeInstanceOf(NetworkError);
  });

  it("sets the server's clock", async () => {
    answer(200, { orders: [], serverTime: new Date(Date.now() + 3_600_000).toISOString() });
    await api.myOrders();
    expect(Math.abs(clock.now() - Date.now() - 3_600_000)).toBeLessThan(1000);
  });

  it("shows a board nothing of the customers, even to a barista", async () => {
    answer(200, { orders: [ticket()], serverTime: "2026-11-22T10:00:00.000Z" });
    const { orders } = await api.boardOrders("open");
    expect(Object.keys(orders[0] ?? {})).not.toContain("baristaUserId");
  });
});
