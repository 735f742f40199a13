import { WaitEstimate } from "@serverlesspresso/contracts/shop";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { createApp } from "./app";
import { accessExtension } from "./define-route";
import { Bar, people } from "./fakes/bar";
import { MemoryPorts, shop } from "./fakes/memory-ports";

const { carla, ana } = people;

describe("a request", () => {
  let bar: Bar;
  beforeEach(async () => {
    bar = await new Bar().reach("CREATED");
  });

  it.each([
    ["a field of the wrong type", { drink: 1 }, "drink"],
    ["an unknown field", { drink: "flat-white", sugar: true }, "sugar"],
    ["an unknown field among modifiers", { drink: "flat-white", modifiers: [7] }, "modifiers.0"],
    ["a missing field", {}, "drink"],
  ])("with %s is refused by its name", async (_what, body, field) => {
    const answer = await bar.submit(carla, { body });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ code: "invalid_request", field });
  });

  it("with malformed JSON is refused", async () => {
    const { status, body } = await bar.submit(carla, { body: '{"drink":' });
    expect([status, body.error?.code]).toEqual([400, "invalid_request"]);
  });

  it("with an empty body is one without, whatever content type it names", async () => {
    const cancelled = await bar.command("cancel", carla, { body: "" });
    expect([cancelled.status, cancelled.body.state]).toEqual([200, "CANCELLED"]);
    expect((await bar.submit(carla, { body: "" })).body.error).toMatchObject({ field: "drink" });
  });

  it("of more than 16 kB is refused", async () => {
    const { status, body } = await bar.submit(carla, { body: { drink: "x".repeat(17_000) } });
    expect([status, body.error?.code]).toEqual([400, "body_too_large"]);
  });

  it("without an Idempotency-Key is refused where it changes something", async () => {
    const { status, body } = await bar.submit(carla, { key: null });
    expect([status, body.error?.code]).toEqual([400, "idempotency_key_missing"]);
  });

  it("for a shop whose name cannot be one is refused by that field", async () => {
    const { status, body } = await bar.send("GET", "/orders/1?eventId=a%23b", { as: carla });
    expect([status, body.error?.field]).toEqual([400, "eventId"]);
  });

  it("may carry query parameters that we do not know", async () => {
    expect((await bar.send("GET", "/orders/1?utm=x", { as: carla })).status).toBe(200);
  });

  it("to nowhere answers 404", async () => {
    const { status, body } = await bar.send("GET", "/nowhere", { as: carla });
    expect([status, body.error?.code]).toEqual([404, "not_found"]);
  });

  it("that breaks something inside learns nothing of it", async () => {
    vi.spyOn(bar.ports.orders, "read").mockRejectedValue(new Error("secret of the table"));
    const { status, body } = await bar.send("GET", "/orders/1", { as: carla });
    expect(status).toBe(500);
    expect(body).toEqual({ error: { code: "internal", message: "Something went wrong on our side." } });
  });
});

describe("who calls", () => {
  const app = createApp(new MemoryPorts());
  const claims = {
    sub: "ana",
    token_use: "access",
    iat: "1700000000",
    "cognito:groups": "[barista manager]",
  };
  const ask = (given: unknown, path = "/orders?state=open") =>
    app.request(path, {}, { event: { requestContext: { authorizer: { jwt: { claims: given } } } } });

  it("is known by an access token, whose groups API Gateway writes as one text", async () => {
    expect((await ask(claims)).status).toBe(200);
  });

  it("is nobody with an ID token", async () => {
    expect((await ask({ ...claims, token_use: "id" })).status).toBe(401);
  });

  it("is a barista of one shop in that shop only", async () => {
    const inOneShop = { ...claims, "cognito:groups": "[barista-park]" };
    expect((await ask(inOneShop, "/orders?state=open&eventId=park")).status).toBe(200);
    expect((await ask(inOneShop)).status).toBe(403);
  });

  it("is nobody with a token from before the moment they left the staff, and somebody with a later one", async () => {
    const ports = new MemoryPorts();
    const bar = createApp(ports);
    await ports.revocations.revoke("ana", 1_700_000_000_500);
    const status = async (iat: string, groups = "[barista]") => {
      const given = { ...claims, iat, "cognito:groups": groups };
      const event = { requestContext: { authorizer: { jwt: { claims: given } } } };
      return (await bar.request("/orders?state=open", {}, { event })).status;
    };
    expect(await status("1700000000")).toBe(401);
    expect(await status("1700000001")).toBe(200);
    expect(await status("1700000001", "[]")).toBe(403);
  });

  it("is asked for by every route but the public ones, and every route declares its rule", async () => {
    const Operation = z.looseObject({
      [accessExtension]: z.union([z.literal("public"), z.array(z.string())]),
    });
    const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), Operation)) });
    const { paths } = Document.parse(await (await app.request("/openapi.json")).json());
    const declared = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({ path, method, operation })),
    );
    expect(declared.length).toBeGreaterThan(15);
    const served = app.routes.filter(({ method, path }) => method !== "ALL" && path !== "/openapi.json");
    const names = new Set(served.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/, "{$1}")}`));
    expect([...names].sort()).toEqual(
      declared.map(({ path, method }) => `${method.toUpperCase()} ${path}`).sort(),
    );
    for (const { path, method, operation } of declared) {
      const { status } = await app.request(path.replace(/\{\w+\}/, "1"), { method: method.toUpperCase() });
      const expected = operation[accessExtension] === "public" ? 200 : 401;
      expect(`${method} ${path} ${status}`).toBe(`${method} ${path} ${expected}`);
    }
  });
});

describe("the shop", () => {
  it("is told to everybody, with its places left and no estimate from too few drinks", async () => {
    const bar = new Bar();
    bar.ports.inFlight["1"] = "run-1";
    const { status, body } = await bar.send("GET", "/shop");
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "open", placesLeft: 19, wait: null, menu: { version: 1 } });
    expect(body).not.toHaveProperty("inFlight");
  });

  it("estimates the wait once three drinks are measured, by what they took", async () => {
    const bar = new Bar();
    for (const [n, id] of ["1", "2", "3"].entries()) {
      await bar.wait("customer", 1, { id, execution: `run-${id}` });
      await bar.send("PUT", `/orders/${id}`, { as: ana, body: { drink: "flat-white" } });
      bar.ports.advance(50 + n * 10);
      await bar.keepLine();
      expect((await bar.send("GET", "/shop")).body.wait).toBeNull();
      await bar.send("POST", `/orders/${id}/complete`, { as: ana });
      await bar.keepLine();
    }
    const { fromSeconds, toSeconds } = WaitEstimate.parse((await bar.send("GET", "/shop")).body.wait);
    expect([fromSeconds < 60, toSeconds > 60, toSeconds < 180]).toEqual([true, true, true]);
  });

  it("that there is not answers 404", async () => {
    expect((await new Bar().send("GET", `/shop?eventId=not-${shop.eventId}`)).status).toBe(404);
  });
});
