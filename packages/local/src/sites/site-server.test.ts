import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { request as httpRequest, type Server } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addressesOf } from "../addresses";
import { foreignHosts } from "../foreign-hosts.fixture";
import { listen } from "../listen";
import { temporaryFolder } from "../machine-for-tests";
import { parseOptions } from "../options";
import { createSiteServer } from "./site-server";

const port = 21330;
const place = temporaryFolder();
const local = {
  apiUrl: "http://localhost:4000",
  eventsUrl: "http://localhost:4566",
  eventsRealtimeUrl: "ws://localhost:4566/event/realtime",
  userPoolId: "us-east-1_LocalPool",
  userPoolEndpoint: "http://localhost:4566",
  customerUrl: "http://localhost:3000",
};
let config: Record<string, string> = local;
let server: Server;

beforeAll(async () => {
  mkdirSync(join(place.folder, "_next/static"), { recursive: true });
  writeFileSync(join(place.folder, "index.html"), "home");
  writeFileSync(join(place.folder, "menu.html"), "menu");
  writeFileSync(join(place.folder, "404.html"), "lost");
  writeFileSync(join(place.folder, "large.js"), "plain");
  writeFileSync(join(place.folder, "large.js.gz"), "twin");
  writeFileSync(join(place.folder, ".env"), "secret");
  writeFileSync(join(place.folder, "_next/static/a.js"), "1");
  const options = parseOptions(["--template", "x.json", "--lan"]);
  if (options === "help") throw new Error("no help was asked for");
  const addresses = addressesOf(options, ["192.168.1.5"]);
  server = createSiteServer({ port, folder: place.folder, name: "shop" }, addresses, () => config);
  await listen(server, port, "127.0.0.1", "shop");
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  place.remove();
});

async function get(path: string, method = "GET", headers: Record<string, string> = {}) {
  const outgoing = httpRequest({ host: "127.0.0.1", port, method, path, headers });
  outgoing.end();
  const [incoming] = await once(outgoing, "response");
  let text = "";
  for await (const chunk of incoming) text += chunk;
  return { status: incoming.statusCode, headers: incoming.headers, text };
}

test("clean addresses find their page, with a query too", async () => {
  expect((await get("/")).text).toBe("home");
  expect((await get("/menu")).text).toBe("menu");
  expect((await get("/menu?order=1")).text).toBe("menu");
});

test("an unknown path is the 404 page, and nothing outside or hidden is served", async () => {
  for (const path of ["/nowhere", "/.env", "/../package.json", "/%2e%2e/package.json"]) {
    expect(await get(path)).toMatchObject({ status: 404, text: "lost" });
  }
});

test("who takes gzip gets the twin of a file that has one", async () => {
  const sent = await get("/large.js", "GET", { "accept-encoding": "gzip, br" });
  expect(sent.text).toBe("twin");
  expect(sent.headers).toMatchObject({
    "content-encoding": "gzip",
    "content-type": "text/javascript",
    vary: "Accept-Encoding",
  });
  expect((await get("/large.js")).text).toBe("plain");
});

test("no path ends the server", async () => {
  for (const path of ["//", "//[", "//:80", "/%", "/%zz", "/%00", "/\\", "/?%"]) {
    expect((await get(path)).status, path).toBeGreaterThanOrEqual(200);
  }
  expect((await get("/menu")).text).toBe("menu");
});

test("config.json is the deployment's and is never kept", async () => {
  const answer = await get("/config.json");
  expect(JSON.parse(answer.text)).toEqual(config);
  expect(answer.headers["cache-control"]).toBe("no-store");
});

test("only hashed files are kept for good", async () => {
  expect((await get("/_next/static/a.js")).headers["cache-control"]).toContain("immutable");
  expect((await get("/menu")).headers["cache-control"]).toBe("no-cache");
});

test("every answer carries the safety headers", async () => {
  for (const path of ["/", "/nowhere", "/config.json", "/_next/static/a.js"]) {
    const { headers } = await get(path);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
    });
    const policy = String(headers["content-security-policy"]).split("; ");
    expect(policy).toEqual(
      expect.arrayContaining([
        "frame-ancestors 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "object-src 'none'",
      ]),
    );
  }
});

test("a page may connect to what its deployment names and nowhere else", async () => {
  const connect = async () => String((await get("/")).headers["content-security-policy"]).split("; ")[0];
  expect(await connect()).toBe(
    "connect-src 'self' http://localhost:4000 http://localhost:4566 ws://localhost:4566",
  );
  config = {
    apiUrl: "https://api.example.com/v1",
    eventsUrl: "https://events.example.com",
    eventsRealtimeUrl: "wss://live.example.com/event/realtime",
    userPoolId: "eu-west-1_abc",
    userPoolEndpoint: "",
  };
  expect(await connect()).toBe(
    "connect-src 'self' https://api.example.com https://events.example.com wss://live.example.com https://cognito-idp.eu-west-1.amazonaws.com",
  );
  config = {};
  expect(await connect()).toBe("connect-src 'self'");
  config = local;
});

test("keeps other windows out where browsers heed it", async () => {
  const opener = async (host: string) =>
    (await get("/", "GET", { host })).headers["cross-origin-opener-policy"];
  expect(await opener("localhost:3000")).toBe("same-origin");
  expect(await opener("192.168.1.5:3000")).toBeUndefined();
});

test("foreign names, pages and writes are refused", async () => {
  for (const path of ["/", "/config.json", "/_next/static/a.js"]) {
    for (const host of foreignHosts) expect((await get(path, "GET", { host })).status, host).toBe(403);
    for (const origin of ["http://evil.example", "null", "http://localhost:3001"]) {
      expect((await get(path, "GET", { host: "localhost:3000", origin })).status).toBe(403);
    }
    expect((await get(`http://evil.example${path}`, "GET", { host: "localhost:3000" })).status).toBe(403);
  }
  expect((await get("/", "GET", { host: "localhost:3000", origin: "http://localhost:3000" })).status).toBe(
    200,
  );
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
    expect((await get("/", method)).status).toBe(405);
  }
});
