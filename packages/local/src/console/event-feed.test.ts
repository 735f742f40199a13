import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type EventRecord, RecentEvents } from "../events/recent-events";
import { handleEventFeed } from "./event-feed";

let recent: RecentEvents;
let server: Server;
const listeners = { count: 0 };

const accepted = (id: string) => ({
  event: {
    version: "0",
    id,
    "detail-type": "t",
    source: "s",
    account: "0",
    time: "2026-01-01T00:00:00Z",
    region: "r",
    resources: [],
    detail: {},
  },
  bus: "shop",
  at: 5,
  owed: [],
});
const pending = { rule: "r", target: "arn", state: "pending", attempts: 0, at: 5 } as const;

beforeEach(async () => {
  recent = new RecentEvents();
  listeners.count = 0;
  const source = {
    mostEvents: 3,
    recent: () => recent.list(),
    onEvent: (listener: (record: EventRecord) => void) => {
      listeners.count += 1;
      const stop = recent.onEvent(listener);
      return () => {
        listeners.count -= 1;
        stop();
      };
    },
  };
  server = createServer((incoming, response) => {
    const url = new URL(`http://localhost${incoming.url}`);
    const request = { method: "GET", url, headers: {}, body: Buffer.alloc(0), peer: "127.0.0.1" };
    if (!handleEventFeed(source, request, response)) response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

async function open(): Promise<{ next: () => Promise<EventRecord[]>; close: () => void }> {
  // An address was given, so it is an object.
  const { port } = server.address() as AddressInfo;
  const leave = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}/_local/events`, { signal: leave.signal });
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async () => {
    const { value = "" } = (await reader?.read()) ?? {};
    return JSON.parse(value.replace(/^data: /, "")) as EventRecord[];
  };
  return { next, close: () => leave.abort() };
}

test("a reader has the last events at once, then each new one and what becomes of its deliveries", async () => {
  recent.add(accepted("old"), []);
  const feed = await open();
  expect((await feed.next()).map(({ event }) => event.id)).toEqual(["old"]);
  recent.add(accepted("new"), [pending]);
  recent.update("new", 0, { state: "delivered", attempts: 1, at: 6 });
  const [record, ...others] = await feed.next();
  expect(record).toMatchObject({
    bus: "shop",
    at: 5,
    deliveries: [{ state: "delivered", attempts: 1, at: 6 }],
  });
  expect(others).toEqual([]);
  feed.close();
  await expect.poll(() => listeners.count).toBe(0);
});

test("of a burst a reader is told the last ones only, and who leaves is forgotten", async () => {
  const feed = await open();
  expect(await feed.next()).toEqual([]);
  for (const id of ["1", "2", "3", "4", "5"]) recent.add(accepted(id), []);
  expect((await feed.next()).map(({ event }) => event.id)).toEqual(["3", "4", "5"]);
  expect(listeners.count).toBe(1);
  feed.close();
  await expect.poll(() => listeners.count).toBe(0);
});
