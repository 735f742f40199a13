import { expect, it } from "vitest";
import { fromItem, toItem } from "../aws/order-item";
import { Bar, people } from "../fakes/bar";
import { patienceOf } from "./patience";

const { carla, ana } = people;
const [tenSeconds, shorter] = [
  { customer: 10, barista: 10, collection: 10 },
  { customerPatienceSeconds: 10, baristaPatienceSeconds: 10, collectionPatienceSeconds: 10 },
];

it("of an order stays what its workflow was told, though a manager shortens the shop's", async () => {
  const bar = await new Bar().reach("CREATED");
  bar.ports.shop = { ...bar.ports.shop, ...shorter };
  const seconds = async (command: Promise<unknown>) => {
    await command;
    return ((await bar.row()).due ?? 0) / 1000 - bar.ports.now / 1000;
  };
  expect(await seconds(bar.command("extend", carla))).toBe(1800);
  expect(await seconds(bar.submit())).toBe(900);
  expect(await seconds(bar.command("complete", ana))).toBe(600);
  expect(await seconds(bar.command("recall", ana))).toBe(900);
});

it("of an order that is asked for before it is shortened is the same once it is admitted", async () => {
  const bar = new Bar();
  const { orderId = "" } = (await bar.scan(carla)).body;
  bar.ports.shop = { ...bar.ports.shop, ...shorter };
  await bar.wait("customer", 1, { id: orderId });
  expect((await bar.row(orderId)).due).toBe(bar.ports.now + 900_000);
});

it("of an order that was made before it was kept is the shop's", async () => {
  const bar = await new Bar().reach("CREATED");
  const { patienceSeconds: _, ...item } = toItem(await bar.row());
  bar.ports.shop = { ...bar.ports.shop, ...shorter };
  expect(await patienceOf(bar.ports, fromItem(item))).toEqual(tenSeconds);
});
