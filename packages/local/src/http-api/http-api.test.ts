import { request } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { foreignHosts } from "../foreign-hosts.fixture";
import { HttpApiPlace, shop } from "./http-api.fixture";

let place: HttpApiPlace;
beforeEach(async () => {
  place = await HttpApiPlace.open();
});
afterEach(() => place.close());

const ask = (path: string, init: RequestInit = {}) => fetch(`${place.url}${path}`, init);
const returns = (value: unknown) => {
  place.answer = () => ({ Payload: JSON.stringify(value) });
};
const signedIn = async (groups: string[] = []) => {
  await place.cognito.createUser("ada@example.com", groups);
  return place.cognito.signIn("ada@example.com");
};
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

test("hands the function an event of payload format 2.0", async () => {
  await place.cognito.admin("CreateGroup", { GroupName: "boss", Precedence: 1 });
  const { AccessToken } = await signedIn(["staff", "boss"]);
  const headers = {
    ...bearer(AccessToken).headers,
    "User-Agent": "test",
    cookie: "a=1; b=2",
    "X-Custom": "Value",
  };
  await ask("/orders/a%20b?x=1&x=2&y=%C3%A9", { headers });
  const [event] = place.events;
  expect(event).toEqual({
    version: "2.0",
    routeKey: "GET /orders/{id}",
    rawPath: "/orders/a b",
    rawQueryString: "x=1&x=2&y=%C3%A9",
    cookies: ["a=1", "b=2"],
    headers: expect.objectContaining({
      host: `127.0.0.1:${place.port}`,
      "user-agent": "test",
      "x-custom": "Value",
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-proto": "http",
    }),
    queryStringParameters: { x: "1,2", y: "é" },
    pathParameters: { id: "a b" },
    requestContext: {
      accountId: "000000000000",
      apiId: expect.stringMatching(/^[a-z0-9]{10}$/),
      authorizer: {
        jwt: {
          claims: expect.objectContaining({
            "cognito:groups": "[boss staff]",
            token_use: "access",
            auth_time: expect.stringMatching(/^\d+$/),
          }),
          scopes: null,
        },
      },
      domainName: "127.0.0.1",
      domainPrefix: "127",
      http: {
        method: "GET",
        path: "/orders/a b",
        protocol: "HTTP/1.1",
        sourceIp: "127.0.0.1",
        userAgent: "test",
      },
      requestId: expect.any(String),
      routeKey: "GET /orders/{id}",
      stage: "$default",
      time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
      timeEpoch: expect.any(Number),
    },
    isBase64Encoded: false,
  });
  expect(event).not.toHaveProperty("headers.cookie");
});

test("names the socket's peer as the caller, whatever a client claims", async () => {
  const forged = {
    "x-forwarded-for": "203.0.113.7",
    forwarded: "for=203.0.113.7",
    "x-real-ip": "203.0.113.7",
  };
  await ask("/open/x", { headers: forged });
  expect(place.events[0]).toMatchObject({
    headers: { "x-forwarded-for": "203.0.113.7, 127.0.0.1" },
    requestContext: { http: { sourceIp: "127.0.0.1" } },
  });
});

test("names an IPv4 caller of an IPv6 socket by its IPv4 address", async () => {
  const both = await HttpApiPlace.open("::");
  await fetch(`${both.url}/open/x`);
  await both.close();
  expect(both.events[0]).toMatchObject({ requestContext: { http: { sourceIp: "127.0.0.1" } } });
});

test("hands text over as text, anything else in base64, and leaves empty members out", async () => {
  const post = (type: string, body: string | Uint8Array<ArrayBuffer>) =>
    ask("/open/x", { method: "POST", headers: { "content-type": type }, body });
  await post("application/json; charset=utf-8", '{"é":1}');
  await post("application/octet-stream", new Uint8Array([0, 255]));
  await ask("/open/x");
  expect(place.events[0]).toMatchObject({ body: '{"é":1}', isBase64Encoded: false });
  expect(place.events[1]).toMatchObject({ body: "AP8=", isBase64Encoded: true });
  for (const name of ["body", "cookies", "queryStringParameters", "requestContext.authorizer"]) {
    expect(place.events[2]).not.toHaveProperty(name);
  }
});

test("answers what the function returns: status, headers, cookies, binary", async () => {
  returns({
    statusCode: 201,
    headers: { ETag: '"1"', "Content-Type": "image/png" },
    cookies: ["a=1; HttpOnly", "b=2"],
    body: "AP8=",
    isBase64Encoded: true,
  });
  const answer = await ask("/open/x");
  expect(answer.status).toBe(201);
  expect(answer.headers.get("etag")).toBe('"1"');
  expect(answer.headers.getSetCookie()).toEqual(["a=1; HttpOnly", "b=2"]);
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255]);
});

test("takes any other value for the body of a 200", async () => {
  returns({ hello: "world" });
  const json = await ask("/open/x");
  expect([json.status, json.headers.get("content-type"), await json.json()]).toEqual([
    200,
    "application/json",
    { hello: "world" },
  ]);
  returns("hello");
  expect(await (await ask("/open/x")).text()).toBe("hello");
});

test.each([
  ["the function throws", () => ({ Payload: '{"errorMessage":"secret"}', FunctionError: "Unhandled" })],
  ["its answer is malformed", () => ({ Payload: '{"statusCode":"no"}' })],
  ["it names an impossible header", () => ({ Payload: '{"statusCode":200,"headers":{"a b":"c"}}' })],
  ["it cannot be called", () => Promise.reject(new Error("secret"))],
])("answers 500 and no reason when %s", async (_, answer) => {
  place.answer = answer;
  const { status, text } = await ask("/open/x").then(async (got) => ({
    status: got.status,
    text: await got.text(),
  }));
  expect([status, text]).toEqual([500, '{"message":"Internal Server Error"}']);
});

test("answers 404 to what has no route", async () => {
  const answer = await ask("/nothing");
  expect([answer.status, await answer.json()]).toEqual([404, { message: "Not Found" }]);
  expect((await ask("/open/x", { method: "DELETE" })).status).toBe(404);
  expect((await ask("/open/%zz")).status).toBe(400);
});

test("answers preflights itself, exactly as configured, and tells a foreign origin nothing", async () => {
  const preflight = (origin: string) =>
    ask("/orders/1", { method: "OPTIONS", headers: { origin, "access-control-request-method": "GET" } });
  const own = await preflight(shop);
  expect(own.status).toBe(204);
  expect(Object.fromEntries([...own.headers].filter(([name]) => name.startsWith("access-")))).toEqual({
    "access-control-allow-origin": shop,
    "access-control-allow-methods": "GET,PUT",
    "access-control-allow-headers": "authorization,content-type",
    "access-control-max-age": "3600",
  });
  for (const origin of [
    "http://localhost:3001",
    "http://localhost:30000",
    "null",
    "https://localhost:3000",
  ]) {
    const foreign = await preflight(origin);
    expect([...foreign.headers.keys()].filter((name) => name.startsWith("access-"))).toEqual([]);
  }
  expect(place.events).toEqual([]);
});

test("adds CORS headers to every answer for an allowed origin, also to refusals, in place of the function's", async () => {
  returns({ statusCode: 200, headers: { "access-control-allow-origin": "*" } });
  const from = (origin: string, path: string) => ask(path, { headers: { origin } });
  const own = await from(shop, "/open/x");
  expect(own.headers.get("access-control-allow-origin")).toBe(shop);
  expect(own.headers.get("access-control-expose-headers")).toBe("etag");
  expect((await from(shop, "/orders/1")).headers.get("access-control-allow-origin")).toBe(shop);
  expect((await from(shop, "/nothing")).headers.get("access-control-allow-origin")).toBe(shop);
  expect((await from("http://evil.test", "/open/x")).headers.get("access-control-allow-origin")).toBeNull();
});

test("refuses a body over 10 MB, and goes on serving", async () => {
  const body = Buffer.alloc(10 * 1024 * 1024 + 1, "a");
  const answer = await ask("/open/x", { method: "POST", body });
  expect([answer.status, await answer.json()]).toEqual([413, { message: "Request Entity Too Large" }]);
  const stream = new Blob([body]).stream();
  expect((await ask("/open/x", { method: "POST", body: stream, duplex: "half" })).status).toBe(413);
  expect((await ask("/open/x", { method: "POST", body: body.subarray(1) })).status).toBe(200);
});

/** A request as a client other than `fetch` may send it. */
const status = (path: string, headers: Record<string, string>, method = "GET") =>
  new Promise((done) => {
    request({ port: place.port, path, headers, method }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    }).end();
  });

test("answers only to its own host name, to preflights too", async () => {
  for (const host of foreignHosts) {
    expect(await status("/open/x", { host }), host).toBe(403);
    const preflight = { host, origin: shop, "access-control-request-method": "GET" };
    expect(await status("/open/x", preflight, "OPTIONS"), host).toBe(403);
  }
  const own = { host: `127.0.0.1:${place.port}` };
  expect(await status("http://evil.example/open/x", own)).toBe(403);
  expect(place.events).toEqual([]);
});

test("no path ends the machine", async () => {
  const own = { host: `127.0.0.1:${place.port}` };
  for (const path of ["//", "//[", "//:80", "/%", "/%zz", "/\\", "/?%", "/open/%00", "/open/../.."]) {
    expect(await status(path, own), path).toBeGreaterThanOrEqual(200);
  }
  expect((await ask("/open/x")).status).toBe(200);
});
