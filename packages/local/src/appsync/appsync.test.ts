import { afterEach, beforeEach, expect, test } from "vitest";
import { AppSyncPlace } from "./appsync.fixture";

let place: AppSyncPlace;
beforeEach(async () => {
  place = await AppSyncPlace.open();
});
afterEach(() => place.close());

const refused = (id: string, errorType: string) => ({
  type: "subscribe_error",
  id,
  errors: [{ errorType, message: expect.any(String) }],
});

test("connects by a token, subscribes, and gets what the back end publishes", async () => {
  const { token } = await place.signIn("ada@example.com");
  const feed = place.socket(token);
  expect(await feed.ask({ type: "connection_init" })).toEqual({
    type: "connection_ack",
    connectionTimeoutMs: 300_000,
  });
  expect(feed.socket.protocol).toBe("aws-appsync-event-ws");
  expect(await feed.subscribe("1", "/shop/x/status")).toEqual({ type: "subscribe_success", id: "1" });
  const { status, body } = await place.publish("/shop/x/status", ['{"version":1}', '"é"']);
  expect([status, body]).toEqual([
    200,
    {
      successful: [
        { identifier: expect.any(String), index: 0 },
        { identifier: expect.any(String), index: 1 },
      ],
      failed: [],
    },
  ]);
  expect(await feed.next()).toEqual({ type: "data", id: "1", event: '{"version":1}' });
  expect(await feed.next()).toEqual({ type: "data", id: "1", event: '"é"' });
});

test("delivers to the channel's subscribers only, and to nobody after unsubscribe", async () => {
  const { token } = await place.signIn("ada@example.com");
  const feed = await place.connect(token);
  await feed.subscribe("here", "/plain/a/b");
  await feed.subscribe("all", "/plain/a/*");
  await feed.subscribe("other", "/plain/b");
  await place.publish("/plain/a/b", ["1"]);
  expect([await feed.next(), await feed.next()]).toEqual([
    { type: "data", id: "here", event: "1" },
    { type: "data", id: "all", event: "1" },
  ]);
  expect(await feed.ask({ type: "unsubscribe", id: "here" })).toEqual({
    type: "unsubscribe_success",
    id: "here",
  });
  await place.publish("/plain/a/b", ["2"]);
  expect(await feed.next()).toEqual({ type: "data", id: "all", event: "2" });
  expect(await feed.ask({ type: "unsubscribe", id: "here" })).toMatchObject({ type: "unsubscribe_error" });
});

test("refuses a connection without a good token, and an expired one", async () => {
  const { token } = await place.signIn("ada@example.com");
  const error = { type: "connection_error", errors: [{ errorType: "UnauthorizedException" }] };
  const feed = place.socket("nonsense");
  expect(await feed.ask({ type: "connection_init" })).toMatchObject(error);
  await feed.closed;
  const withoutHeader = place.socket(token, ["aws-appsync-event-ws"]);
  expect(await withoutHeader.ask({ type: "connection_init" })).toMatchObject(error);
  place.cognito.machine.clock.advance(3601);
  expect(await place.socket(token).ask({ type: "connection_init" })).toMatchObject(error);
});

test("does nothing before connection_init", async () => {
  const { token } = await place.signIn("ada@example.com");
  expect(await place.socket(token).subscribe("1", "/plain/a")).toMatchObject({ type: "subscribe_error" });
});

test("shows a customer's channel to that customer alone", async () => {
  const ada = await place.signIn("ada@example.com");
  const bob = await place.signIn("bob@example.com", ["staff"]);
  const feed = await place.connect(bob.token);
  expect(await feed.subscribe("1", `/customer/${ada.sub}`)).toEqual(refused("1", "UnauthorizedException"));
  expect(await feed.subscribe("2", "/customer/*")).toEqual(refused("2", "UnauthorizedException"));
  expect(await feed.subscribe("3", `/customer/${bob.sub}`)).toMatchObject({ type: "subscribe_success" });
  expect(await feed.subscribe("4", `/customer/${ada.sub}`, ada.token)).toMatchObject({
    type: "subscribe_success",
  });
});

test("shows a shop's queue to its staff alone, and refuses wildcards", async () => {
  const staff = await place.connect((await place.signIn("bob@example.com", ["staff"])).token);
  const customer = await place.connect((await place.signIn("ada@example.com")).token);
  expect(await staff.subscribe("1", "/shop/x/queue")).toMatchObject({ type: "subscribe_success" });
  expect(await staff.subscribe("2", "/shop/x/*")).toEqual(refused("2", "UnauthorizedException"));
  expect(await customer.subscribe("1", "/shop/x/queue")).toEqual(refused("1", "UnauthorizedException"));
  expect(await customer.subscribe("1", "/shop/x/board")).toMatchObject({ type: "subscribe_success" });
});

test("refuses a subscription that is malformed, a duplicate or by a bad token", async () => {
  const { token } = await place.signIn("ada@example.com");
  const feed = await place.connect(token);
  await feed.subscribe("1", "/plain/a");
  expect(await feed.subscribe("1", "/plain/b")).toEqual(refused("1", "DuplicatedOperationError"));
  expect(await feed.subscribe("2", "/plain/a b")).toEqual(refused("2", "BadRequestException"));
  expect(await feed.subscribe("3", "/nowhere/a")).toEqual(refused("3", "NotFoundException"));
  expect(await feed.subscribe("4", "/plain/a", "nonsense")).toEqual(refused("4", "UnauthorizedException"));
  expect(await feed.ask({ type: "subscribe", channel: "/plain/a" })).toMatchObject({
    type: "subscribe_error",
  });
  expect(await feed.ask({ type: "dance", id: "5" })).toMatchObject({ type: "error" });
  feed.socket.send("{");
  expect(await feed.next()).toMatchObject({ type: "error" });
  await place.publish("/plain/a", ["1"]);
  expect(await feed.next()).toEqual({ type: "data", id: "1", event: "1" });
});

test("lets nobody but the back end publish", async () => {
  const { token } = await place.signIn("ada@example.com");
  const status = async (headers: Record<string, string>) =>
    (await place.publish("/shop/x/status", ["1"], headers)).status;
  expect(await status({ authorization: token })).toBe(401);
  expect(await status({ authorization: "" })).toBe(401);
  expect(await status({ authorization: "AWS4-HMAC-SHA256 nonsense" })).toBe(401);
  expect(await status({ "x-peer": "192.168.1.7" })).toBe(401);
  expect((await place.publish("/shop/x/status", ["1"], { authorization: token })).body).toEqual({
    errors: [{ errorType: "UnauthorizedException", message: expect.any(String) }],
  });
  const feed = await place.connect(token);
  const publish = (channel: string) =>
    feed.ask({ type: "publish", id: "1", channel, events: ["1"], authorization: { Authorization: token } });
  expect(await publish("/shop/x/status")).toMatchObject({ type: "publish_error", id: "1" });
  expect(await publish("/chat/a")).toMatchObject({ type: "publish_success", id: "1", failed: [] });
});

test("refuses what cannot be published", async () => {
  const status = async (channel: string, events: unknown[]) => (await place.publish(channel, events)).status;
  expect(await status("/plain/a", [])).toBe(400);
  expect(await status("/plain/a", ["1", "2", "3", "4", "5"])).toBe(200);
  expect(await status("/plain/a", ["1", "2", "3", "4", "5", "6"])).toBe(400);
  expect(await status("/plain/a", ["no JSON"])).toBe(400);
  expect(await status("/plain/a", [{}])).toBe(400);
  expect(await status("/plain/a", [JSON.stringify("x".repeat(240 * 1024 - 2))])).toBe(200);
  expect(await status("/plain/a", [JSON.stringify("x".repeat(240 * 1024))])).toBe(400);
  expect(await status("/plain/*", ["1"])).toBe(400);
  expect(await status("/nowhere/a", ["1"])).toBe(404);
});

test("lets onPublish change, drop and fail events", async () => {
  const feed = await place.connect((await place.signIn("ada@example.com")).token);
  await feed.subscribe("1", "/filter/a");
  const { body } = await place.publish("/filter/a", ['"drop"', '"bad"', '"good"']);
  expect(body.failed).toEqual([expect.objectContaining({ index: 1, message: "bad event" })]);
  expect(await feed.next()).toEqual({ type: "data", id: "1", event: '{"seen":"good"}' });
});

test("keeps the connection alive each minute, past the token's end, for a day", async () => {
  const feed = await place.connect((await place.signIn("ada@example.com")).token);
  const { clock } = place.cognito.machine;
  clock.advance(60);
  expect(await feed.next()).toEqual({ type: "ka" });
  clock.advance(3600);
  expect(await feed.next()).toEqual({ type: "ka" });
  expect(feed.socket.readyState).toBe(feed.socket.OPEN);
  clock.advance(24 * 3600);
  expect(await feed.closed).toBe(1000);
});

test("closes a connection on which nobody has opened anything for half a minute", async () => {
  const { token } = await place.signIn("ada@example.com");
  const [silent, open] = [place.socket(token), await place.connect(token)];
  expect(await silent.subscribe("1", "/plain/a")).toMatchObject({ type: "subscribe_error" });
  place.cognito.machine.clock.advance(30);
  expect(await silent.closed).toBe(1000);
  expect(open.socket.readyState).toBe(open.socket.OPEN);
});

test("takes only AppSync's protocol on its path", async () => {
  const feed = place.socket("x", ["graphql-ws"]);
  expect(await feed.closed).toBe(1006);
});
