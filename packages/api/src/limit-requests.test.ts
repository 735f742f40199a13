import { ErrorBody } from "@serverlesspresso/contracts/error";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createApp } from "./app";
import { MemoryPorts } from "./fakes/memory-ports";
import { requestLimits } from "./rate-limits";

const limits = { user: { burst: 3, perSecond: 1 }, address: { burst: 5, perSecond: 1 } };

let ports: MemoryPorts;
let app: ReturnType<typeof createApp>;
beforeEach(() => {
  vi.useFakeTimers({
    toFake: ["Date", "setTimeout", "clearTimeout"],
    now: Date.parse("2026-11-22T09:00:00Z"),
  });
  ports = new MemoryPorts();
  app = createApp(ports, limits);
});
afterEach(() => vi.useRealTimers());

const send = (sub: string | undefined, sourceIp: string, path = "/myOrders") => {
  const claims = { sub, token_use: "access", iat: ports.now / 1000 };
  const authorizer = sub === undefined ? {} : { jwt: { claims } };
  return app.request(path, {}, { event: { requestContext: { authorizer, http: { sourceIp } } } });
};
const pass = (seconds: number) => {
  ports.advance(seconds);
  vi.advanceTimersByTime(seconds * 1000);
};
const statuses = async (count: number, sub: string | undefined, address: (n: number) => string) => {
  const answers = Array.from({ length: count }, (_, n) => send(sub, address(n), sub ? "/myOrders" : "/shop"));
  return (await Promise.all(answers)).map(({ status }) => status);
};

describe("somebody who sends too much", () => {
  it("is refused with when to come again, and served from then on", async () => {
    expect(await statuses(3, "carla", (n) => `10.0.0.${n}`)).toEqual([200, 200, 200]);
    pass(1.5);
    const refused = await send("carla", "10.0.0.9");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "2"]);
    const { error } = ErrorBody.parse(await refused.json());
    expect(error).toMatchObject({ code: "rate_limited", retryAt: "2026-11-22T09:00:03.000Z" });
    pass(1.5);
    expect((await send("carla", "10.0.0.9")).status).toBe(200);
  });

  it("is counted by account wherever they send from, and nobody else with them", async () => {
    expect(await statuses(4, "carla", (n) => `10.0.0.${n}`)).toEqual([200, 200, 200, 429]);
    expect((await send("dora", "10.0.0.0")).status).toBe(200);
  });

  it("is counted by address where nobody is signed in, and where many are", async () => {
    expect(await statuses(6, undefined, () => "10.0.0.1")).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await send("dora", "10.0.0.1")).status).toBe(429);
    expect((await send("dora", "10.0.0.2")).status).toBe(200);
  });
});

it("a whole shop behind one address is served, every phone of it", async () => {
  app = createApp(ports, requestLimits);
  const phones = Array.from({ length: 200 }, (_, n) => statuses(10, `phone-${n}`, () => "10.0.0.1"));
  expect(new Set((await Promise.all(phones)).flat())).toEqual(new Set([200]));
});
