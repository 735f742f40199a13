import { expect, it, vi } from "vitest";
import { createApp } from "./app";
import { MemoryPorts } from "./fakes/memory-ports";

it.each([
  ["an answer", "/shop", 200],
  ["the API's description", "/openapi.json", 200],
  ["a refusal", "/myOrders", 401],
  ["nothing", "/nowhere", 404],
  ["a failure", "/shop", 500],
])("%s is never framed, kept or taken for something else", async (_what, path, status) => {
  const ports = new MemoryPorts();
  if (status === 500) vi.spyOn(ports.shops, "read").mockRejectedValue(new Error("down"));
  const answer = await createApp(ports).request(path);
  expect(answer.status).toBe(status);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
    "strict-transport-security": expect.stringMatching(/^max-age=\d{8,}/),
    "x-content-type-options": "nosniff",
  });
});
