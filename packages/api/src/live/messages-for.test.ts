import { eventType } from "@serverlesspresso/contracts/event";
import { describe, expect, it } from "vitest";
import { Bar, people } from "../fakes/bar";
import { messagesFor } from "./messages-for";

const envelope = (type: string, detail: unknown) => ({
  id: "1",
  source: "awsserverlessda.serverlesspresso",
  "detail-type": type,
  time: "2026-11-22T09:00:00Z",
  detail,
});

async function messagesOf(bar: Bar) {
  return bar.ports.events.map(({ type, detail }) =>
    messagesFor(envelope(type, JSON.parse(JSON.stringify(detail)))),
  );
}

describe("what is told live", () => {
  it("goes to the customer and the board always, to the queue once there is a number", async () => {
    const bar = await new Bar().reach("COMPLETED");
    const channels = (await messagesOf(bar)).map((messages) => messages.map(({ channel }) => channel));
    expect(channels[0]).toEqual(["/customer/carla", "/shop/default/board"]);
    for (const each of channels.slice(1)) {
      expect(each).toEqual(["/customer/carla", "/shop/default/queue", "/shop/default/board"]);
    }
  });

  it("reaches queue and board when a numbered order ends; of one without a number only that places changed", async () => {
    const numbered = await new Bar().reach("SUBMITTED");
    await numbered.command("cancel", people.carla);
    expect((await messagesOf(numbered)).at(-1)).toHaveLength(3);
    const unnumbered = await new Bar().reach("CREATED");
    await unnumbered.command("cancel", people.carla);
    const [, ...others] = (await messagesOf(unnumbered)).at(-1) ?? [];
    expect(others).toEqual([{ channel: "/shop/default/board", message: { type: "places" } }]);
  });

  it("holds no token, no customer and no event text; the barista's id only in the queue", async () => {
    const bar = await new Bar().reach("COMPLETED");
    await bar.command("cancel", people.ana, { body: { reason: "x" } });
    for (const { channel, message } of (await messagesOf(bar)).flat()) {
      const told = JSON.stringify(message);
      expect(told).not.toContain("run-1");
      expect(told).not.toContain("carla");
      expect(told).not.toContain("Message");
      expect(told.includes("baristaUserId")).toBe(channel.endsWith("/queue"));
    }
  });

  it("leaves out a customer whose id no channel can have", async () => {
    const bar = new Bar();
    await bar.wait("customer", 1, { userId: "carla@example.com" });
    const channels = (await messagesOf(bar)).flat().map(({ channel }) => channel);
    expect(channels).toEqual(["/shop/default/board"]);
  });

  it("tells everybody of a new version of the shop", () => {
    const detail = { eventId: "default", version: 3, Message: "Closed.", at: "2026-11-22T09:00:00Z" };
    expect(messagesFor(envelope(eventType.configChanged, detail))).toEqual([
      { channel: "/shop/default/status", message: { type: "shop", version: 3 } },
    ]);
  });

  it("refuses an event with a missing field", () => {
    expect(() => messagesFor(envelope(eventType.orderMaking, { orderId: "1", version: 2 }))).toThrow();
  });
});
