import { describe, expect, it } from "vitest";
import { Bar, people } from "../fakes/bar";

const { carla, ana, ben } = people;

describe("a repeated command", () => {
  it("answers the order and does nothing, whatever happened since", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    await bar.command("make", ana, { key: "once" });
    await bar.command("complete", ana);
    const before = await bar.row();
    const { status, body } = await bar.command("make", ana, { key: "once" });
    expect([status, body.state]).toEqual([200, "COMPLETED"]);
    expect(await bar.row()).toEqual(before);
  });

  it("draws no second number and returns no token twice", async () => {
    const bar = await new Bar().reach("CREATED");
    await bar.submit(carla, { key: "once" });
    const { body } = await bar.submit(carla, { key: "once" });
    expect(body.number).toBe(1);
    expect(bar.ports.returned).toEqual(["run-1:1 success"]);
  });

  it("is refused where the key was used for another command, or by somebody else", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    await bar.command("make", ana, { key: "once" });
    for (const [command, as] of [
      ["complete", ana],
      ["make", ben],
    ] as const) {
      const { status, body } = await bar.command(command, as, { key: "once" });
      expect([status, body.error?.code]).toEqual([422, "idempotency_key_reused"]);
    }
  });

  it("is known among the last 20", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    await bar.command("make", ana, { key: "first" });
    for (let n = 0; n < 9; n += 1) {
      await bar.command("unmake", ana);
      await bar.command("make", ana);
    }
    expect((await bar.command("make", ana, { key: "first" })).status).toBe(200);
    expect((await bar.row()).keys.length).toBeLessThanOrEqual(20);
  });
});

/** The next write of a row holds, its answer is lost, and the SDK's second try is refused because of it. */
function loseNextAnswer({ ports: { orders } }: Bar): void {
  const save = orders.save.bind(orders);
  orders.save = async (...change) => {
    orders.save = save;
    await save(...change);
    return false;
  };
}

describe("a write that held, and seemed to be refused", () => {
  it("is followed up at once by a command", async () => {
    const bar = await new Bar().reach("CREATED");
    loseNextAnswer(bar);
    const { status, body } = await bar.submit();
    expect([status, body.state, body.number]).toEqual([200, "SUBMITTED", 1]);
    expect(bar.ports.returned).toEqual(["run-1:1 success"]);
    expect((await bar.row()).pending).toEqual({});
  });

  it("is followed up at once by the wait that admits the order", async () => {
    const bar = new Bar();
    const { orderId: id } = (await bar.scan(carla)).body;
    loseNextAnswer(bar);
    await bar.wait("customer", 1, { id });
    const { state, pending } = await bar.row(id);
    expect([state, pending]).toEqual(["CREATED", {}]);
  });
});

describe("an order that goes to and fro", () => {
  it("has room in its row for its end, however often it went", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    let answer = await bar.command("make", ana);
    for (let n = 0; n < 300 && answer.status === 200; n += 1) {
      // More hands than one, as one alone would meet the limit of requests.
      const hand = { sub: `hand-${Math.floor((n + 1) / 2)}`, groups: "[barista]" };
      answer = await bar.command(n % 2 === 0 ? "unmake" : "make", n === 0 ? ana : hand);
    }
    expect([answer.status, answer.body.error?.code]).toEqual([409, "order_conflict"]);
    expect((await bar.row()).history).toHaveLength(200);
    expect((await bar.row()).keys).toHaveLength(20);
    expect((await bar.command("complete", ana)).status).toBe(200);
    expect((await bar.command("recall", ana)).status).toBe(409);
    expect((await bar.command("collect", ana)).status).toBe(200);
  });
});

describe("a token that is stored while a command runs", () => {
  it("is the one that the command returns", async () => {
    const bar = await new Bar().reach("CREATED");
    // The wait is entered again, for example after an extension, between the command's reading and writing.
    bar.ports.orders.beforeNextWrite = () => bar.wait("customer", 2);
    expect((await bar.submit()).status).toBe(200);
    expect(bar.ports.returned).toEqual(["run-1:2 success"]);
  });

  it("costs the order no second number", async () => {
    const bar = await new Bar().reach("CREATED");
    bar.ports.orders.beforeNextWrite = () => bar.wait("customer", 2);
    expect((await bar.submit()).body.number).toBe(1);
  });
});

describe("two commands at once", () => {
  it("decide by the row: a drink that is being made is not cancelled by its customer", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    bar.ports.orders.beforeNextWrite = () => bar.command("make", ana);
    const { status, body } = await bar.command("cancel", carla);
    expect([status, body.error?.code]).toEqual([409, "order_conflict"]);
    expect((await bar.row()).state).toBe("MAKING");
    expect(bar.ports.returned).toEqual(["run-1:1 success"]);
  });

  it("keep each its own follow-up", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    bar.ports.isDown = true;
    await bar.command("make", ana);
    await bar.command("complete", ana);
    expect(Object.keys((await bar.row()).pending)).toEqual(["v3", "v4"]);
  });
});

describe("a command whose follow-ups fail", () => {
  it("has happened all the same", async () => {
    const bar = await new Bar().reach("CREATED");
    bar.ports.isDown = true;
    const { status, body } = await bar.submit();
    expect([status, body.state]).toEqual([200, "SUBMITTED"]);
    expect((await bar.row()).pending.v2).toMatchObject({
      event: { type: "OrderManager.WaitingCompletion" },
      token: { taskToken: "run-1:1", outcome: "success" },
    });
  });
});
