import { expect, test } from "vitest";
import { Subscriptions } from "../appsync/subscriptions";
import { FaultPlan } from "./fault";
import { Faults } from "./faults";
import { copiesOf } from "./faulty-messages";

const update = { service: "dynamodb", operation: "UpdateItem", text: () => '{"TableName":"orders"}' };

function faultsOf(...faults: object[]): Faults {
  const made = new Faults();
  made.set(FaultPlan.parse({ seed: 3, faults }));
  return made;
}

function struck(faults: Faults, calls: number): number {
  return Array.from({ length: calls }, () => faults.strike(update)).filter((fault) => fault).length;
}

test("a fault strikes the calls it names and no others", () => {
  const faults = faultsOf({ service: "dynamodb", operation: "UpdateItem", mode: "throttle" });
  expect(faults.strike(update)?.mode).toBe("throttle");
  expect(faults.strike({ ...update, operation: "GetItem" })).toBeUndefined();
  expect(faults.strike({ ...update, service: "events" })).toBeUndefined();
  expect(faults.concern("dynamodb")).toBe(true);
  expect(faults.concern("events")).toBe(false);
});

test("a fault is narrowed by the request's text and by who calls", () => {
  const faults = faultsOf({ service: "dynamodb", mode: "refuse", containing: "orders", caller: "Api" });
  expect(faults.strike(update)).toBeUndefined();
  expect(faults.strike({ ...update, caller: "Sweeper" })).toBeUndefined();
  expect(faults.strike({ ...update, caller: "Api", text: () => "{}" })).toBeUndefined();
  expect(faults.strike({ ...update, caller: "Api" })?.mode).toBe("refuse");
});

test("a fault passes the first calls and ends after its count", () => {
  const faults = faultsOf({ service: "dynamodb", mode: "refuse", after: 2, count: 3 });
  const outcomes = Array.from({ length: 7 }, () => faults.strike(update) !== undefined);
  expect(outcomes).toEqual([false, false, true, true, true, false, false]);
  expect(faults.read()).toMatchObject({ faults: [{ injected: 3 }] });
});

test("a share of the calls is struck, the same ones for the same seed", () => {
  const draw = () => {
    const faults = faultsOf({ service: "dynamodb", mode: "refuse", share: 0.25 });
    return Array.from({ length: 1000 }, () => faults.strike(update) !== undefined);
  };
  const first = draw();
  expect(first.filter(Boolean).length).toBeGreaterThan(200);
  expect(first.filter(Boolean).length).toBeLessThan(300);
  expect(draw()).toEqual(first);
});

test("new faults replace the old ones, and what was injected is still counted", () => {
  const faults = faultsOf({ service: "dynamodb", mode: "conflict" });
  struck(faults, 4);
  faults.set(FaultPlan.parse({}));
  expect(struck(faults, 4)).toBe(0);
  expect(faults.read()).toEqual({
    seed: 1,
    faults: [],
    injected: { "dynamodb UpdateItem conflict": 4 },
  });
});

test("what no fault can do is refused", () => {
  const fault = { service: "events", operation: "Deliver" };
  for (const wrong of [
    { ...fault, mode: "explode" },
    { ...fault, mode: "late" },
    { ...fault, mode: "twice", share: 2 },
    { ...fault, mode: "twice", shares: 1 },
  ]) {
    expect(FaultPlan.safeParse({ faults: [wrong] }).success).toBe(false);
  }
});

test("a live message is lost to a subscriber, comes twice, or once", () => {
  const data = { service: "appsync", operation: "Data" };
  const faults = faultsOf(
    { ...data, mode: "lose", containing: "a" },
    { ...data, mode: "twice", containing: "b" },
  );
  expect(["a", "b", "c"].map((event) => copiesOf(event, faults))).toEqual([0, 2, 1]);
  const subscriptions = new Subscriptions((event) => copiesOf(event, faults));
  const received: string[] = [];
  subscriptions.add({ channel: "/x/y", deliver: (event) => received.push(event) });
  for (const event of ["a", "b", "c"]) subscriptions.publish(["x", "y"], event);
  expect(received).toEqual(["b", "b", "c"]);
});
