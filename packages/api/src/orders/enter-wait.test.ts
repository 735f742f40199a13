import { eventType } from "@serverlesspresso/contracts/event";
import { describe, expect, it } from "vitest";
import { Bar, people } from "../fakes/bar";
import { refuseOrder } from "./refuse-order";

const { carla, ana } = people;

async function requested() {
  const bar = new Bar();
  const { body } = await bar.scan(carla);
  return { bar, id: String(body.orderId) };
}

describe("admission", () => {
  it("makes a requested order CREATED, with its token, its execution and the customer's time", async () => {
    const { bar, id } = await requested();
    await bar.wait("customer", 1, { id });
    expect(await bar.row(id)).toMatchObject({
      state: "CREATED",
      version: 2,
      due: bar.ports.now + 900_000,
      waiting: { taskToken: "run-1:1", execution: "run-1", wait: 1, waitingFor: "customer" },
      pending: {},
    });
    expect(bar.ports.typesPut()).toEqual([eventType.newOrder, eventType.orderAdmitted]);
  });

  it("gives an event that was put by hand its row", async () => {
    const bar = new Bar();
    await bar.wait("customer", 1, { id: "1", userId: "1" });
    expect(await bar.row("1")).toMatchObject({ state: "CREATED", version: 1, userId: "1", pending: {} });
    expect(bar.ports.typesPut()).toEqual([eventType.orderAdmitted]);
  });

  it("gives an event that was put by hand no row once its workflow has waited long enough", async () => {
    const bar = new Bar();
    await bar.wait("customer", 1, { id: "1", lateSeconds: 900 });
    expect(await bar.ports.orders.read({ eventId: "default", id: "1" })).toBeNull();
    expect(bar.ports.returned).toEqual(["run-1:1 Cancelled"]);
    await bar.wait("customer", 1, { id: "2", lateSeconds: 899 });
    expect((await bar.row("2")).state).toBe("CREATED");
  });

  it("never changes whose order it is", async () => {
    const { bar, id } = await requested();
    await bar.wait("customer", 1, { id, userId: "mallory" });
    expect((await bar.row(id)).userId).toBe("carla");
  });

  it("happens once, however often the event comes", async () => {
    const { bar, id } = await requested();
    await bar.wait("customer", 1, { id });
    const before = await bar.row(id);
    await bar.wait("customer", 1, { id });
    expect(await bar.row(id)).toEqual(before);
    expect(bar.ports.returned).toEqual([]);
  });

  it("of two executions goes to the first, and ends the newcomer's wait", async () => {
    const { bar, id } = await requested();
    await bar.wait("customer", 1, { id, execution: "run-1" });
    await bar.wait("customer", 1, { id, execution: "run-2" });
    expect((await bar.row(id)).waiting?.execution).toBe("run-1");
    expect(bar.ports.returned).toEqual(["run-2:1 AlreadyOrdered"]);
  });

  it("of two events put by hand at once makes one row", async () => {
    const bar = new Bar();
    bar.ports.orders.beforeNextWrite = () => bar.wait("customer", 1, { execution: "run-2" });
    await bar.wait("customer", 1, { execution: "run-1" });
    expect((await bar.row()).waiting?.execution).toBe("run-2");
    expect(bar.ports.returned).toEqual(["run-1:1 AlreadyOrdered"]);
  });

  it("loses to a cancellation that comes between", async () => {
    const { bar, id } = await requested();
    bar.ports.orders.beforeNextWrite = () => bar.send("POST", `/orders/${id}/cancel`, { as: carla });
    await bar.wait("customer", 1, { id });
    expect((await bar.row(id)).state).toBe("CANCELLED");
    expect(bar.ports.returned).toEqual(["run-1:1 Cancelled"]);
  });
});

describe("a stored token", () => {
  it("changes no version: nobody can see it", async () => {
    const bar = await new Bar().reach("CREATED");
    await bar.submit();
    const { version } = await bar.row();
    await bar.wait("barista", 2);
    expect((await bar.row()).version).toBe(version);
  });

  it("is not replaced by that of an earlier wait", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    await bar.wait("customer", 1);
    expect((await bar.row()).waiting?.wait).toBe(2);
    expect(bar.ports.returned).toEqual(["run-1:1 success"]);
  });

  it("of a row that lags behind is kept until the order gets there", async () => {
    const bar = await new Bar().reach("CREATED");
    // Somebody returned the first token by hand: the workflow is ahead of the row.
    await bar.wait("barista", 2);
    expect(bar.ports.returned).toEqual([]);
    await bar.submit();
    expect(bar.ports.returned).toEqual([]);
    await bar.command("complete", ana);
    expect(bar.ports.returned).toEqual(["run-1:2 success"]);
  });
});

describe("a wait that comes after the row has moved on", () => {
  it("ends at once when the drink is ready already", async () => {
    const bar = await new Bar().reach("CREATED");
    await bar.submit();
    await bar.command("complete", ana);
    await bar.wait("barista", 2);
    expect(bar.ports.returned).toEqual(["run-1:1 success", "run-1:2 success"]);
  });

  it("ends at once when the row moves between storing and looking again", async () => {
    const bar = await new Bar().reach("CREATED");
    await bar.submit();
    bar.ports.orders.beforeNextWrite = () => bar.command("complete", ana);
    await bar.wait("barista", 2);
    expect(bar.ports.returned).toEqual(["run-1:1 success", "run-1:2 success"]);
  });

  it("is cancelled when the order was", async () => {
    const bar = await new Bar().reach("CREATED");
    await bar.submit();
    await bar.command("cancel", carla);
    await bar.wait("barista", 2);
    expect(bar.ports.returned.at(-1)).toBe("run-1:2 Cancelled");
  });

  it("succeeds when the drink is collected already", async () => {
    const bar = await new Bar().reach("MAKING");
    await bar.command("complete", ana);
    await bar.command("collect", ana);
    await bar.wait("collection", 3);
    expect(bar.ports.returned.at(-1)).toBe("run-1:3 success");
  });

  it("is settled again when the handler crashed after storing and its event comes again", async () => {
    const bar = await new Bar().reach("CREATED");
    await bar.submit();
    await bar.command("complete", ana);
    bar.ports.isDown = true;
    await expect(bar.wait("barista", 2)).rejects.toThrow();
    bar.ports.isDown = false;
    await bar.wait("barista", 2);
    expect(bar.ports.returned.at(-1)).toBe("run-1:2 success");
  });

  it("is cancelled when there is no row, and no shop or no time for one", async () => {
    const bar = new Bar();
    await bar.wait("barista", 2, { lateSeconds: 900 });
    await bar.wait("collection", 3, { eventId: "a-shop-that-is-gone" });
    expect(bar.ports.returned).toEqual(["run-1:2 Cancelled", "run-1:3 Cancelled"]);
  });

  it("makes the row of an event that was put by hand, if the first token was returned before there was one", async () => {
    const bar = new Bar();
    await bar.wait("barista", 2);
    await bar.wait("customer", 1);
    expect(await bar.row()).toMatchObject({ state: "CREATED", waiting: { wait: 2 } });
    await bar.submit();
    await bar.command("complete", ana);
    expect(bar.ports.returned).toEqual(["run-1:2 success"]);
  });
});

describe("a refusal of the shop", () => {
  const refusal = (orderId: string) =>
    ({ orderId, userId: "carla", eventId: "default", execution: "run-1", cause: "full" }) as const;

  it("cancels an order that waits for its place, and says why", async () => {
    const { bar, id } = await requested();
    await refuseOrder(bar.ports, refusal(id));
    expect(await bar.row(id)).toMatchObject({ state: "CANCELLED", cause: "full" });
    expect(bar.ports.typesPut().at(-1)).toBe(eventType.orderCancelled);
  });

  it("leaves an order alone that has its place", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    await refuseOrder(bar.ports, refusal("1"));
    expect((await bar.row()).state).toBe("SUBMITTED");
  });

  it("of an unknown order changes nothing", async () => {
    const bar = new Bar();
    await refuseOrder(bar.ports, refusal("unknown"));
    expect(bar.ports.events).toEqual([]);
  });
});
