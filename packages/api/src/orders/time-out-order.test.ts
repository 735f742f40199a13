import { eventType } from "@serverlesspresso/contracts/event";
import { describe, expect, it } from "vitest";
import { Bar, people } from "../fakes/bar";
import type { WaitingFor } from "./order-row";
import { timeOutOrder } from "./time-out-order";

const { carla, ana } = people;

const ask = (bar: Bar, waitingFor: WaitingFor, execution = "run-1") =>
  timeOutOrder(bar.ports, { orderId: "1", eventId: "default", execution, waitingFor });

describe("when the time of a wait is up", () => {
  it("a customer who never chose has lost the order", async () => {
    const bar = await new Bar().reach("CREATED");
    bar.ports.advance(900);
    expect(await ask(bar, "customer")).toMatchObject({ go: "end" });
    expect(await bar.row()).toMatchObject({ state: "EXPIRED", cause: "timeout", pending: {} });
    expect(bar.ports.typesPut().at(-1)).toBe(eventType.orderTimedOut);
  });

  it("the workflow is returned no token: it has left the wait by itself", async () => {
    const bar = await new Bar().reach("CREATED");
    bar.ports.advance(900);
    await ask(bar, "customer");
    expect(bar.ports.returned).toEqual([]);
  });

  it("a customer who asked for more time gets the rest of it", async () => {
    const bar = await new Bar().reach("CREATED");
    await bar.command("extend", carla);
    bar.ports.advance(900);
    expect(await ask(bar, "customer")).toEqual({ go: "again", seconds: 900 });
    expect((await bar.row()).state).toBe("CREATED");
  });

  it("seconds are rounded up, so that the next time-out finds the order due", async () => {
    const bar = await new Bar().reach("CREATED");
    bar.ports.now += 899_999;
    expect(await ask(bar, "customer")).toEqual({ go: "again", seconds: 1 });
  });

  it("a choice that was on its way is followed to the barista, with the barista's time", async () => {
    const bar = await new Bar().reach("CREATED");
    bar.ports.advance(890);
    await bar.submit();
    bar.ports.advance(10);
    expect(await ask(bar, "customer")).toEqual({ go: "next", seconds: 890 });
  });

  it("a choice that is made in this very moment is not lost", async () => {
    const bar = await new Bar().reach("CREATED");
    bar.ports.advance(900);
    bar.ports.orders.beforeNextWrite = () => bar.submit();
    expect(await ask(bar, "customer")).toMatchObject({ go: "next" });
    expect((await bar.row()).state).toBe("SUBMITTED");
  });

  it.each(["SUBMITTED", "MAKING"] as const)("an order that stayed %s expires", async (state) => {
    const bar = await new Bar().reach(state);
    bar.ports.advance(900);
    expect(await ask(bar, "barista")).toMatchObject({ go: "end" });
    expect((await bar.row()).state).toBe("EXPIRED");
  });

  it("a drink on the counter counts as collected", async () => {
    const bar = await new Bar().reach("COMPLETED");
    bar.ports.advance(600);
    expect(await ask(bar, "collection")).toMatchObject({ go: "next" });
    expect(await bar.row()).toMatchObject({ state: "COLLECTED", cause: "timeout" });
    expect(bar.ports.typesPut().at(-1)).toBe(eventType.orderCollected);
  });

  it("a recalled drink sends the workflow back to the barista", async () => {
    const bar = await new Bar().reach("COMPLETED");
    bar.ports.advance(590);
    await bar.command("recall", ana);
    bar.ports.advance(10);
    expect(await ask(bar, "collection")).toEqual({ go: "recalled", seconds: 890 });
  });

  it("a row that lags behind a token returned by hand is given its own time", async () => {
    const bar = await new Bar().reach("CREATED");
    expect(await ask(bar, "barista")).toEqual({ go: "again", seconds: 900 });
    bar.ports.advance(900);
    expect(await ask(bar, "barista")).toMatchObject({ go: "end" });
    expect((await bar.row()).state).toBe("EXPIRED");
  });

  it("an order that has ended ends its workflow, one that was collected finishes it", async () => {
    const cancelled = await new Bar().reach("CREATED");
    await cancelled.command("cancel", carla);
    expect(await ask(cancelled, "customer")).toMatchObject({ go: "end" });
    const collected = await new Bar().reach("COMPLETED");
    await collected.command("collect", ana);
    expect(await ask(collected, "collection")).toMatchObject({ go: "next" });
  });

  it("a workflow whose order is another's, or gone, ends and touches nothing", async () => {
    const bar = await new Bar().reach("CREATED");
    bar.ports.advance(900);
    expect(await ask(bar, "customer", "run-2")).toMatchObject({ go: "end" });
    expect((await bar.row()).state).toBe("CREATED");
    expect(await ask(new Bar(), "customer")).toMatchObject({ go: "end" });
  });

  it("asked twice, it answers the same and tells of it once", async () => {
    const bar = await new Bar().reach("COMPLETED");
    bar.ports.advance(600);
    await ask(bar, "collection");
    const events = bar.ports.events.length;
    expect(await ask(bar, "collection")).toMatchObject({ go: "next" });
    expect(bar.ports.events).toHaveLength(events);
  });
});
