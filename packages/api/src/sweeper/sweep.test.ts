import { eventType } from "@serverlesspresso/contracts/event";
import { describe, expect, it, vi } from "vitest";
import { Bar, people } from "../fakes/bar";
import { sweep } from "./sweep";

const { carla, ana } = people;
const nothing = { followUps: 0, timedOut: 0, leases: 0, failures: 0, oldestSeconds: 0 };

describe("the sweeper", () => {
  it("finds nothing to do while everything is well", async () => {
    const bar = await new Bar().reach("MAKING");
    bar.ports.inFlight["1"] = "run-1";
    bar.ports.advance(60);
    expect(await sweep(bar.ports)).toEqual(nothing);
    expect(bar.ports.inFlight).toEqual({ "1": "run-1" });
  });

  it("finishes what a crashed command left: its event and its token", async () => {
    const bar = await new Bar().reach("CREATED");
    bar.ports.isDown = true;
    await bar.submit();
    bar.ports.isDown = false;
    bar.ports.advance(11);
    expect(await sweep(bar.ports)).toEqual({ ...nothing, followUps: 1, oldestSeconds: 11 });
    expect(bar.ports.typesPut().at(-1)).toBe(eventType.orderSubmitted);
    expect(bar.ports.returned).toEqual(["run-1:1 success"]);
    expect((await bar.row()).pending).toEqual({});
  });

  it("finishes several in the order in which they happened", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    bar.ports.isDown = true;
    await bar.command("make", ana);
    bar.ports.advance(1);
    await bar.command("complete", ana);
    bar.ports.isDown = false;
    bar.ports.advance(11);
    await sweep(bar.ports);
    expect(bar.ports.typesPut().slice(-2)).toEqual([eventType.orderMaking, eventType.orderCompleted]);
  });

  it("leaves a command ten seconds to do it itself", async () => {
    const bar = await new Bar().reach("CREATED");
    bar.ports.isDown = true;
    await bar.submit();
    bar.ports.isDown = false;
    bar.ports.advance(10);
    expect(await sweep(bar.ports)).toEqual(nothing);
  });

  it("keeps what it could not finish for the next time, and says so", async () => {
    const bar = await new Bar().reach("CREATED");
    bar.ports.isDown = true;
    await bar.submit();
    bar.ports.advance(11);
    expect(await sweep(bar.ports)).toEqual({ ...nothing, failures: 1, oldestSeconds: 11 });
    bar.ports.advance(300);
    expect((await sweep(bar.ports)).oldestSeconds).toBe(311);
    expect(Object.keys((await bar.row()).pending)).toEqual(["v2"]);
  });

  it("expires an order whose execution is dead a minute after its time, and ends its wait", async () => {
    const bar = await new Bar().reach("CREATED");
    bar.ports.advance(960);
    expect(await sweep(bar.ports)).toEqual(nothing);
    bar.ports.advance(1);
    expect(await sweep(bar.ports)).toEqual({ ...nothing, timedOut: 1 });
    expect((await bar.row()).state).toBe("EXPIRED");
    expect(bar.ports.returned).toEqual(["run-1:1 Cancelled"]);
  });

  it("expires an order that no workflow ever took up", async () => {
    const bar = new Bar();
    const { body } = await bar.scan(carla);
    bar.ports.advance(121);
    await sweep(bar.ports);
    expect((await bar.row(body.orderId)).state).toBe("EXPIRED");
  });

  it("collects a drink that nobody did", async () => {
    const bar = await new Bar().reach("COMPLETED");
    bar.ports.advance(661);
    await sweep(bar.ports);
    expect((await bar.row()).state).toBe("COLLECTED");
    expect(bar.ports.returned.at(-1)).toBe("run-1:3 success");
  });

  it.each(["is ready", "has ended"])("frees the place of an order that %s", async (what) => {
    const bar = await new Bar().reach("COMPLETED");
    bar.ports.advance(11);
    if (what === "has ended") await bar.command("collect", ana);
    bar.ports.advance(11);
    bar.ports.inFlight["1"] = "run-1";
    expect(await sweep(bar.ports)).toEqual({ ...nothing, leases: 1 });
    expect(bar.ports.inFlight).toEqual({});
  });

  it("leaves the workflow ten seconds to free it itself", async () => {
    const bar = await new Bar().reach("COMPLETED");
    bar.ports.inFlight["1"] = "run-1";
    for (const command of ["", "collect"]) {
      if (command !== "") await bar.command(command, ana);
      bar.ports.advance(10);
      expect(await sweep(bar.ports)).toEqual(nothing);
    }
  });

  it("frees at once the place of an order whose workflow did not keep the time", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    bar.ports.inFlight["1"] = "run-1";
    bar.ports.advance(961);
    expect(await sweep(bar.ports)).toEqual({ ...nothing, timedOut: 1, leases: 1 });
  });

  it("finishes what is late and leaves what is not, the oldest first, whatever the row has first", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    bar.ports.isDown = true;
    for (const command of ["make", "unmake", "make"]) {
      await bar.command(command, ana);
      bar.ports.advance(1);
    }
    bar.ports.isDown = false;
    const row = await bar.row();
    const reversed = Object.fromEntries(Object.entries(row.pending).reverse());
    bar.ports.orders.keepNew({ ...row, id: "2", pending: reversed });
    // The last of them has just had its ten seconds.
    bar.ports.advance(9);
    bar.ports.orders.listPending = async () => [{ eventId: "default", id: "2" }];
    expect(await sweep(bar.ports)).toMatchObject({ followUps: 2, oldestSeconds: 12 });
    expect(bar.ports.typesPut().slice(-2)).toEqual([eventType.orderMaking, eventType.orderUnmade]);
    expect(Object.keys((await bar.row("2")).pending)).toEqual(["v5"]);
  });

  it("takes off the list what owes nothing, and only that", async () => {
    const bar = await new Bar().reach("CREATED");
    bar.ports.isDown = true;
    await bar.submit();
    const settled = vi.fn(async () => undefined);
    bar.ports.orders.settlePending = settled;
    const row = await bar.row();
    bar.ports.orders.keepNew({ ...row, id: "2", pending: {} });
    const ids = ["1", "2", "gone"].map((id) => ({ eventId: "default", id }));
    bar.ports.orders.listPending = async () => ids;
    bar.ports.advance(11);
    expect(await sweep(bar.ports)).toEqual({ ...nothing, failures: 1, oldestSeconds: 11 });
    expect(settled.mock.calls).toEqual([[{ eventId: "default", id: "2" }]]);
  });

  it("leaves its place to an order that was extended, or was done just now, when another's time was up", async () => {
    const bar = await new Bar().reach("COMPLETED");
    const row = await bar.row();
    const overdue = { ...row, id: "2", state: "SUBMITTED", due: bar.ports.now - 61_000 } as const;
    bar.ports.orders.keepNew(overdue);
    Object.assign(bar.ports.inFlight, { "1": "run-1", "2": "run-1" });
    // An index may still have what has a later time by now, or none.
    bar.ports.orders.listDue = async () => ["1", "2", "gone"].map((id) => ({ eventId: "default", id }));
    expect(await sweep(bar.ports)).toEqual({ ...nothing, timedOut: 1, leases: 1 });
    expect(bar.ports.inFlight).toEqual({ "1": "run-1" });
  });

  it("tells the bus of a shop's change that it was not told of, once that has had ten seconds", async () => {
    const bar = new Bar();
    const changedAt = bar.ports.now;
    bar.ports.shop = { ...bar.ports.shop, version: 2, announced: 1, changedAt };
    bar.ports.advance(10);
    expect(await sweep(bar.ports)).toEqual(nothing);
    bar.ports.advance(1);
    expect(await sweep(bar.ports)).toEqual({ ...nothing, followUps: 1 });
    expect(await sweep(bar.ports)).toEqual(nothing);
    bar.ports.shop = { ...bar.ports.shop, version: 3, announced: 2, changedAt: null };
    expect(await sweep(bar.ports)).toEqual({ ...nothing, followUps: 1 });
  });

  it("says of what it could not do what and where it was", async () => {
    const bar = await new Bar().reach("COMPLETED");
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    bar.ports.inFlight["1"] = "run-1";
    bar.ports.advance(11);
    const failing = async () => {
      throw new Error("no table");
    };
    bar.ports.shops.removeLease = failing;
    expect(await sweep(bar.ports)).toEqual({ ...nothing, failures: 1 });
    bar.ports.shops.read = failing;
    expect(await sweep(bar.ports)).toEqual({ ...nothing, failures: 1 });
    const lines = told.mock.calls.map(([line]) => JSON.parse(line));
    told.mockRestore();
    expect(lines).toMatchObject([
      { message: "not swept", what: "leases", id: "1", execution: "run-1", errorMessage: "no table" },
      { message: "not swept", what: "followUps", eventId: "default", errorMessage: "no table" },
    ]);
  });

  it("takes care of every other shop where the row of one cannot be read, and says so", async () => {
    const bar = await new Bar().reach("COMPLETED");
    bar.ports.inFlight["1"] = "run-1";
    bar.ports.advance(11);
    const { orders, validator, bus, workflow, clock, executions } = bar.ports;
    const shops = {
      ...bar.ports.shops,
      listIds: async () => ["broken", ...(await bar.ports.shops.listIds())],
      read: async (eventId: string) => {
        if (eventId === "broken") throw new Error("a row edited by hand");
        return bar.ports.shops.read(eventId);
      },
    };
    const swept = await sweep({ orders, shops, validator, bus, workflow, clock, executions });
    expect(swept).toEqual({ ...nothing, leases: 1, failures: 1 });
    expect(bar.ports.inFlight).toEqual({});
  });

  it("frees the place of an order without a row only once its execution is over", async () => {
    const bar = new Bar();
    bar.ports.inFlight.ghost = "run-9";
    bar.ports.running.add("run-9");
    expect(await sweep(bar.ports)).toEqual(nothing);
    bar.ports.running.clear();
    expect(await sweep(bar.ports)).toEqual({ ...nothing, leases: 1 });
  });
});
