import { eventType } from "@serverlesspresso/contracts/event";
import { describe, expect, it } from "vitest";
import { Bar, people } from "../fakes/bar";
import { MemoryLineStore } from "../fakes/memory-line-store";
import type { LiveMessage } from "../live/messages-for";
import { opensAt, Teller } from "./line-for-tests";
import { LineKeeper, turnToTell } from "./line-keeper";

const envelope = (detail: object) => ({
  id: "1",
  source: "awsserverlessda.serverlesspresso",
  "detail-type": eventType.orderSubmitted,
  time: "2026-11-22T09:00:00Z",
  detail,
});

function shopAt(second: number) {
  const told: LiveMessage[] = [];
  const ports = {
    lines: new MemoryLineStore(),
    now: opensAt + second * 1000,
    clock: { now: () => ports.now },
    feed: { publish: async (message: LiveMessage) => void told.push(message) },
    sleep: async (ms: number) => {
      ports.now += ms;
    },
  };
  return { ports, told, keeper: new LineKeeper(ports) };
}

const submitted = (number: number, second = 0) =>
  envelope(new Teller().change({ second, number, state: "SUBMITTED" }));

describe("everybody who waits", () => {
  it("is told of the line, by nothing but numbers and waits", async () => {
    const { told, keeper } = shopAt(0);
    await keeper.keep(submitted(7));
    expect(told).toEqual([
      {
        channel: "/shop/default/status",
        message: {
          type: "line",
          line: { places: [{ number: 7, wait: null }], wait: null, serverTime: "2026-11-22T09:00:00.000Z" },
        },
      },
    ]);
  });

  it("is told at most once a second, and at last of how it stands", async () => {
    const { ports, told, keeper } = shopAt(0);
    let more = 2;
    ports.sleep = async (ms) => {
      for (; ms > 0 && more <= 5; more += 1) await keeper.keep(submitted(more));
      ports.now += ms;
    };
    await keeper.keep(submitted(1));
    await keeper.keep(submitted(2));
    const lengths = told.map(({ message }) => "line" in message && message.line.places.length);
    expect(lengths).toEqual([1, 5]);
  });

  it("is not told twice of one event, nor of who makes a drink", async () => {
    const { told, keeper } = shopAt(0);
    const teller = new Teller();
    const first = envelope(teller.change({ second: 0, state: "SUBMITTED" }));
    await keeper.keep(first);
    await keeper.keep(first);
    await keeper.keep(envelope(teller.change({ second: 9, state: "MAKING" })));
    expect(told).toHaveLength(1);
  });

  it("has turns that are a second apart, and one teller for each", () => {
    expect(turnToTell(5_000, 9_000)).toBe(9_000);
    expect(turnToTell(8_500, 9_000)).toBe(9_500);
    expect(turnToTell(9_500, 9_000)).toBeNull();
  });
});

describe("the line", () => {
  const many = Array.from({ length: 60 }, (_, index) => submitted(index + 1));

  it("keeps every order of many that are submitted at once, in few writes", async () => {
    const { ports, keeper } = shopAt(0);
    await Promise.all(many.map((event) => keeper.keep(event)));
    const { row, revision } = await ports.lines.read("default");
    expect(row.orders).toHaveLength(60);
    expect(revision).toBeLessThan(5);
  });

  it("keeps every order where several functions write at once", async () => {
    const { ports } = shopAt(0);
    await Promise.all(many.slice(0, 8).map((event) => new LineKeeper(ports).keep(event)));
    expect((await ports.lines.read("default")).row.orders).toHaveLength(8);
  });

  it("is kept after a write that failed", async () => {
    const { ports, keeper } = shopAt(0);
    const read = ports.lines.read.bind(ports.lines);
    ports.lines.read = async () => {
      ports.lines.read = read;
      throw new Error("down");
    };
    const both = await Promise.allSettled([keeper.keep(submitted(1)), keeper.keep(submitted(2))]);
    expect(both.map(({ status }) => status)).toContain("rejected");
    await keeper.keep(submitted(1));
    await keeper.keep(submitted(2));
    expect((await ports.lines.read("default")).row.orders).toHaveLength(2);
  });

  it("is kept although nobody can be told", async () => {
    const { ports, keeper } = shopAt(0);
    ports.feed.publish = async () => {
      throw new Error("down");
    };
    await keeper.keep(submitted(1));
    expect((await ports.lines.read("default")).row.orders).toHaveLength(1);
  });

  it("that could not be written fails the event, so that it comes again", async () => {
    const { ports, keeper } = shopAt(0);
    ports.lines.save = async () => false;
    await expect(keeper.keep(submitted(1))).rejects.toThrow("being kept");
  });

  it("refuses an event that is malformed", async () => {
    await expect(shopAt(0).keeper.keep(envelope({ orderId: "1" }))).rejects.toThrow();
  });
});

describe("GET /line", () => {
  it("tells a customer their place by the events of the orders, until theirs is ready", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    const read = async () => (await bar.send("GET", "/line", { as: people.dora })).body;
    expect(await read()).toMatchObject({ places: [] });
    await bar.keepLine();
    expect(await read()).toMatchObject({ places: [{ number: 1, wait: null }], wait: null });
    await bar.command("make", people.ana);
    bar.ports.advance(60);
    await bar.command("complete", people.ana);
    await bar.keepLine();
    expect(await read()).toMatchObject({ places: [] });
  });

  it("is for whoever is signed in", async () => {
    expect((await new Bar().send("GET", "/line")).status).toBe(401);
  });
});
