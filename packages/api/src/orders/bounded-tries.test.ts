import { describe, expect, it, vi } from "vitest";
import { Bar, people } from "../fakes/bar";
import { currentCodes } from "../qr-code/current-codes";
import { returnPlaces } from "../qr-code/return-places";

const { carla, ana } = people;
const refused = () => vi.fn(async () => false);

describe("what changes again and again while it is being changed", () => {
  it("is given up by a command after ten tries, and answered as an error of ours", async () => {
    const bar = await new Bar().reach("SUBMITTED");
    const save = refused();
    bar.ports.orders.save = save;
    const { status, body } = await bar.command("make", ana);
    expect([status, body.error?.code]).toEqual([500, "internal"]);
    expect(save).toHaveBeenCalledTimes(10);
  });

  it("is given up by a wait after ten tries, so that its event comes again", async () => {
    const bar = await new Bar().reach("CREATED");
    const storeToken = refused();
    bar.ports.orders.storeToken = storeToken;
    await expect(bar.wait("barista", 2)).rejects.toThrow("Order 1 changed 10 times while its wait");
    expect(storeToken).toHaveBeenCalledTimes(10);
  });

  it("is stored by a wait that was refused once", async () => {
    const bar = await new Bar().reach("CREATED");
    await bar.submit();
    const { orders } = bar.ports;
    const storeToken = orders.storeToken.bind(orders);
    orders.storeToken = async () => {
      orders.storeToken = storeToken;
      return false;
    };
    await bar.wait("barista", 2);
    expect((await bar.row()).waiting).toMatchObject({ wait: 2, taskToken: "run-1:2" });
  });

  it("is given up by a code after thirty tries", async () => {
    const bar = new Bar();
    const code = await bar.code();
    const enter = refused();
    bar.ports.validator.enter = enter;
    expect((await bar.scan(carla, { code })).status).toBe(500);
    expect(enter).toHaveBeenCalledTimes(30);
  });

  it("is given up by the return of a place after ten tries, and found by the sweeper then", async () => {
    const bar = new Bar();
    const code = await bar.code();
    const { orderId: id = "" } = (await bar.scan(carla, { code })).body;
    const { validator } = bar.ports;
    const save = refused();
    const saveCustomer = validator.saveCustomer.bind(validator);
    validator.saveCustomer = save;
    const give = () => returnPlaces(bar.ports, { eventId: "default", id }, { userId: "carla", code });
    await expect(give()).rejects.toThrow(`The customer of order ${id} changed 10 times`);
    expect(save).toHaveBeenCalledTimes(10);
    validator.saveCustomer = saveCustomer;
    await give();
    const returned = await validator.readCustomer("default", "carla");
    expect(returned?.drinks).toEqual([]);
    validator.saveCustomer = save;
    await give();
    await returnPlaces(bar.ports, { eventId: "default", id }, { userId: "nobody", code });
    expect(save).toHaveBeenCalledTimes(10);
  });

  it("is given up by the screen where no code can be drawn", async () => {
    const bar = new Bar();
    const create = refused();
    bar.ports.validator.createCode = create;
    await expect(currentCodes(bar.ports, "default")).rejects.toThrow("No code could be drawn");
    expect(create.mock.calls.length).toBeGreaterThan(1);
  });
});
