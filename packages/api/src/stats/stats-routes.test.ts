import { describe, expect, it } from "vitest";
import { Bar, people } from "../fakes/bar";
import { refuseOrder } from "../orders/refuse-order";

const { ana, carla, screen } = people;

describe("GET /stats", () => {
  it("counts each order once, however often its commands and waits are repeated", async () => {
    const bar = new Bar();
    await bar.reach("SUBMITTED");
    bar.ports.advance(90);
    for (let times = 0; times < 2; times += 1) {
      await bar.command("complete", ana, { key: "done" });
      await bar.wait("collection", 3);
      await bar.wait("barista", 2);
    }
    const { body } = await bar.send("GET", "/stats", { as: ana });
    expect(body).toMatchObject({
      day: "2026-11-22",
      timeZone: "Europe/Berlin",
      open: 0,
      ordered: 1,
      wait: { count: 1, p50Seconds: 90, p90Seconds: 90 },
      drinks: [{ drink: "flat-white", ordered: 1 }],
      endings: [],
    });
  });

  it("tells of today what is open, of another day nothing that is not over", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    expect((await bar.send("GET", "/stats", { as: ana })).body).toMatchObject({ open: 1, ordered: 1 });
    bar.ports.advance(86_400);
    expect((await bar.send("GET", "/stats", { as: ana })).body).toMatchObject({
      day: "2026-11-23",
      open: 1,
      ordered: 0,
    });
    expect((await bar.send("GET", "/stats?day=2026-11-22", { as: ana })).body).toMatchObject({
      open: null,
      ordered: 1,
    });
  });

  it("keeps what a barista said of a cancelled order", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    await bar.command("cancel", ana, { body: { reason: "No milk" } });
    const { body } = await bar.send("GET", "/stats", { as: ana });
    expect(body.endings).toEqual([{ cause: "barista", submitted: true, reason: "No milk", count: 1 }]);
  });

  it("counts an order that the shop refused, which never had a number", async () => {
    const bar = new Bar();
    const { body } = await bar.scan(carla);
    const id = body.orderId ?? "";
    const refused = { orderId: id, userId: "carla", eventId: "default", execution: "run-1" };
    await refuseOrder(bar.ports, { ...refused, cause: "full" });
    const stats = await bar.send("GET", "/stats", { as: ana });
    expect(stats.body).toMatchObject({
      ordered: 0,
      endings: [{ cause: "full", submitted: false, reason: null, count: 1 }],
    });
  });

  it("is for baristas, and for days that there are", async () => {
    const bar = new Bar();
    expect((await bar.send("GET", "/stats", { as: carla })).status).toBe(403);
    expect((await bar.send("GET", "/stats", { as: screen })).status).toBe(403);
    const { status, body } = await bar.send("GET", "/stats?day=2026-02-30", { as: ana });
    expect([status, body.error?.field]).toEqual([400, "day"]);
  });
});
