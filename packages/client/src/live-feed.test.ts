import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type FeedSocket, LiveFeed } from "./live-feed";

class FakeSocket extends EventTarget implements FeedSocket {
  readonly sent: { type: string; id: string; channel?: string; authorization?: { Authorization: string } }[] =
    [];
  closed = false;
  /** What the server does with a subscription. */
  answers: "subscribe_success" | "subscribe_error" | "nothing" = "subscribe_success";

  constructor(
    readonly url: string,
    readonly protocols: string[],
  ) {
    super();
  }

  send(data: string): void {
    const frame = JSON.parse(data);
    this.sent.push(frame);
    if (frame.type === "subscribe" && this.answers !== "nothing") {
      queueMicrotask(() => this.say({ type: this.answers, id: frame.id }));
    }
  }

  close(): void {
    this.closed = true;
  }

  accept(): void {
    this.dispatchEvent(new Event("open"));
    this.say({ type: "connection_ack", connectionTimeoutMs: 300_000 });
  }

  say(frame: object): void {
    this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(frame) }));
  }

  breakOff(): void {
    this.dispatchEvent(new Event("close"));
  }

  subscribed(): string[] {
    return this.sent.flatMap(({ type, channel }) => (type === "subscribe" && channel ? [channel] : []));
  }

  publish(channel: string, event: unknown): void {
    const subscription = this.sent.findLast(
      (frame) => frame.type === "subscribe" && frame.channel === channel,
    );
    this.say({ type: "data", id: subscription?.id, event: JSON.stringify(event) });
  }
}

let sockets: FakeSocket[];
let token: ReturnType<typeof vi.fn<(refused: string | null) => Promise<string | null>>>;
let feed: LiveFeed;

const newest = (): FakeSocket => {
  const socket = sockets.at(-1);
  if (!socket) throw new Error("no connection was opened");
  return socket;
};
const settle = () => vi.advanceTimersByTimeAsync(0);

async function goLive(): Promise<FakeSocket> {
  await settle();
  newest().accept();
  await settle();
  expect(feed.live).toBe(true);
  return newest();
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0);
  sockets = [];
  token = vi.fn(async () => "token");
  feed = new LiveFeed({
    realtimeUrl: "ws://localhost:21500/event/realtime",
    host: "localhost:21500",
    token,
    open: (url, protocols) => {
      sockets.push(new FakeSocket(url, protocols));
      return newest();
    },
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("connecting", () => {
  it("authorises in the subprotocol and subscribes every channel on one connection", async () => {
    feed.subscribe("/shop/x/queue", () => {});
    feed.subscribe("/shop/x/status", () => {});
    const socket = await goLive();
    expect(sockets).toHaveLength(1);
    expect(socket.protocols[0]).toBe("aws-appsync-event-ws");
    const header = socket.protocols[1]?.replace("header-", "") ?? "";
    expect(JSON.parse(Buffer.from(header, "base64url").toString())).toEqual({
      Authorization: "token",
      host: "localhost:21500",
    });
    expect(header).not.toMatch(/[+/=]/);
    expect(socket.sent[0]).toEqual({ type: "connection_init" });
    expect(socket.subscribed()).toEqual(["/shop/x/queue", "/shop/x/status"]);
  });

  it("is live only when every channel is confirmed", async () => {
    feed.subscribe("/a", () => {});
    await settle();
    newest().answers = "nothing";
    newest().accept();
    await settle();
    expect(feed.live).toBe(false);
    newest().say({ type: "subscribe_success", id: newest().sent.at(-1)?.id });
    expect(feed.live).toBe(true);
  });

  it("tries again after 250 ms, then twice as long each time, at most 10 s", async () => {
    feed.subscribe("/a", () => {});
    await settle();
    for (const delay of [250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000]) {
      const before = sockets.length;
      newest().breakOff();
      await vi.advanceTimersByTimeAsync(delay - 1);
      expect(sockets).toHaveLength(before);
      await vi.advanceTimersByTimeAsync(1);
      expect(sockets).toHaveLength(before + 1);
    }
    await goLive();
    newest().breakOff();
    expect(feed.live).toBe(false);
    await vi.advanceTimersByTimeAsync(250);
    expect(sockets).toHaveLength(10);
  });

  it("gives up on a connection that is not live within 10 s", async () => {
    feed.subscribe("/a", () => {});
    await settle();
    await vi.advanceTimersByTimeAsync(10_000 + 250);
    expect(sockets).toHaveLength(2);
    expect(sockets[0]?.closed).toBe(true);
  });

  it("renews the token when the server refuses it", async () => {
    feed.subscribe("/a", () => {});
    await settle();
    newest().say({ type: "connection_error", errors: [{ errorType: "UnauthorizedException" }] });
    await vi.advanceTimersByTimeAsync(250);
    expect(token.mock.calls).toEqual([[null], ["token"]]);
    await goLive();
  });

  it("renews the token when a subscription is refused", async () => {
    feed.subscribe("/a", () => {});
    await settle();
    newest().answers = "subscribe_error";
    newest().accept();
    await vi.advanceTimersByTimeAsync(250);
    expect(token).toHaveBeenLastCalledWith("token");
  });

  it("waits for somebody to sign in", async () => {
    token.mockResolvedValue(null);
    feed.subscribe("/a", () => {});
    await settle();
    expect(sockets).toHaveLength(0);
    token.mockResolvedValue("token");
    feed.restart();
    await goLive();
  });
});

describe("messages", () => {
  it("reach the listeners of their channel alone, singly or several at once", async () => {
    const heard: unknown[] = [];
    feed.subscribe("/a", (event) => heard.push(["a", event]));
    feed.subscribe("/b", (event) => heard.push(["b", event]));
    const socket = await goLive();
    socket.publish("/b", { n: 1 });
    socket.say({ type: "data", id: socket.sent.at(-1)?.id, event: ['{"n":2}', '{"n":3}'] });
    expect(heard).toEqual([
      ["b", { n: 1 }],
      ["b", { n: 2 }],
      ["b", { n: 3 }],
    ]);
  });

  it("of an earlier connection are dropped", async () => {
    const heard: unknown[] = [];
    feed.subscribe("/a", (event) => heard.push(event));
    const earlier = await goLive();
    feed.restart();
    await goLive();
    earlier.publish("/a", { n: 1 });
    earlier.breakOff();
    expect(heard).toEqual([]);
    expect(feed.live).toBe(true);
  });
});

describe("silence", () => {
  it("of 9 s is probed by subscribing anew, which replaces the old subscription", async () => {
    const heard: unknown[] = [];
    feed.subscribe("/a", (event) => heard.push(event));
    const socket = await goLive();
    const first = socket.sent.at(-1)?.id;
    await vi.advanceTimersByTimeAsync(9_000);
    expect(socket.subscribed()).toEqual(["/a", "/a"]);
    expect(socket.sent.at(-1)).toEqual({ type: "unsubscribe", id: first });
    socket.publish("/a", { n: 1 });
    expect(heard).toEqual([{ n: 1 }]);
    expect(feed.live).toBe(true);
  });

  it("after a probe means not live after 5 s, and a new connection", async () => {
    feed.subscribe("/a", () => {});
    const socket = await goLive();
    socket.answers = "nothing";
    await vi.advanceTimersByTimeAsync(9_000 + 4_999);
    expect(feed.live).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(feed.live).toBe(false);
    expect(sockets).toHaveLength(2);
  });

  it("is broken by any message, keep-alives too", async () => {
    feed.subscribe("/a", () => {});
    const socket = await goLive();
    socket.answers = "nothing";
    await vi.advanceTimersByTimeAsync(8_000);
    socket.say({ type: "ka" });
    await vi.advanceTimersByTimeAsync(8_999);
    expect(socket.subscribed()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(4_000);
    socket.say({ type: "ka" });
    await vi.advanceTimersByTimeAsync(8_000);
    expect(feed.live).toBe(true);
  });

  it("probes with the token of that moment", async () => {
    feed.subscribe("/a", () => {});
    const socket = await goLive();
    token.mockResolvedValue("renewed");
    await vi.advanceTimersByTimeAsync(9_000);
    const probe = socket.sent.findLast(({ type }) => type === "subscribe");
    expect(probe?.authorization?.Authorization).toBe("renewed");
  });

  it("is probed at once on waking", async () => {
    feed.subscribe("/a", () => {});
    const socket = await goLive();
    feed.check();
    await settle();
    expect(socket.subscribed()).toEqual(["/a", "/a"]);
  });

  it("while asleep leads to a new connection on waking", async () => {
    feed.subscribe("/a", () => {});
    await goLive();
    vi.setSystemTime(Date.now() + 60_000);
    feed.check();
    expect(feed.live).toBe(false);
    await goLive();
    expect(sockets).toHaveLength(2);
  });

  it("on waking without a connection ends the wait for the next try", async () => {
    feed.subscribe("/a", () => {});
    await settle();
    newest().breakOff();
    feed.check();
    await settle();
    expect(sockets).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(250);
    expect(sockets).toHaveLength(2);
  });
});

describe("channels", () => {
  it("added later make the feed live again only when confirmed, so that their snapshot comes after", async () => {
    const changes: boolean[] = [];
    feed.subscribe("/a", () => {});
    await goLive();
    feed.onChange(() => changes.push(feed.live));
    feed.subscribe("/b", () => {});
    await settle();
    expect(changes).toEqual([false, true]);
  });

  it("are left with their last listener, and the connection with the last channel", async () => {
    const leaves = [
      feed.subscribe("/a", () => {}),
      feed.subscribe("/a", () => {}),
      feed.subscribe("/b", () => {}),
    ];
    const socket = await goLive();
    leaves[0]?.();
    expect(socket.sent.some(({ type }) => type === "unsubscribe")).toBe(false);
    leaves[1]?.();
    expect(socket.sent.at(-1)?.type).toBe("unsubscribe");
    expect(socket.closed).toBe(false);
    leaves[2]?.();
    expect(socket.closed).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sockets).toHaveLength(1);
  });
});
