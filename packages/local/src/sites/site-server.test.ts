import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { request as httpRequest, type Server } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addressesOf } from "../addresses";
import { listen } from "../listen";
import { temporaryFolder } from "../machine-for-tests";
import { parseOptions } from "../options";
import { createSiteServer } from "./site-server";

const port = 21330;
const place = temporaryFolder();
const config: Record<string, string> = { apiUrl: "http://localhost:4000" };
let server: Server;

beforeAll(async () => {
  mkdirSync(join(place.folder, "_next/static"), { recursive: true });
  writeFileSync(join(place.folder, "index.html"), "home");
  writeFileSync(join(place.folder, "menu.html"), "menu");
  writeFileSync(join(place.folder, "404.html"), "lost");
  writeFileSync(join(place.folder, ".env"), "secret");
  writeFileSync(join(place.folder, "_next/static/a.js"), "1");
  const options = parseOptions(["--template", "x.json"]);
  if (options === "help") throw new Error("no help was asked for");
  server = createSiteServer({ port, folder: place.folder, name: "shop" }, addressesOf(options), () => config);
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

test("config.json is the deployment's and is never kept", async () => {
  const answer = await get("/config.json");
  expect(JSON.parse(answer.text)).toEqual(config);
  expect(answer.headers["cache-control"]).toBe("no-store");
});

test("only hashed files are kept for good, and every answer carries the safety headers", async () => {
  expect((await get("/_next/static/a.js")).headers["cache-control"]).toContain("immutable");
  const page = await get("/menu");
  expect(page.headers["cache-control"]).toBe("no-cache");
  expect(page.headers["x-content-type-options"]).toBe("nosniff");
  expect(page.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
});

test("foreign host names and writes are refused", async () => {
  expect((await get("/", "GET", { host: "evil.example" })).status).toBe(403);
  expect((await get("/", "POST")).status).toBe(405);
});
