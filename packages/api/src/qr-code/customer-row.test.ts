import { nextShopDay, shopDay } from "@serverlesspresso/contracts/shop";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CustomerRow,
  drinksOn,
  forgotten,
  lockedUntil,
  newCustomer,
  withAnswer,
  withOrder,
  withoutDrink,
  withWrongCode,
} from "./customer-row";

const at = Date.parse("2026-11-22T09:00:00Z");
const minutes = (count: number) => count * 60_000;

describe("a customer's day", () => {
  it("counts each order until it ends without a drink", () => {
    let row = withOrder(withOrder(newCustomer, "1", "2026-11-22"), "2", "2026-11-22");
    expect(drinksOn(row, "2026-11-22")).toBe(2);
    row = withoutDrink(row, "1") ?? row;
    expect(withoutDrink(row, "1")).toBeNull();
    expect(drinksOn(row, "2026-11-22")).toBe(1);
  });

  it("is counted anew, and an order of yesterday gives today nothing back", () => {
    const row = withOrder(withOrder(newCustomer, "1", "2026-11-22"), "2", "2026-11-23");
    expect(drinksOn(row, "2026-11-23")).toBe(1);
    expect(drinksOn(row, "2026-11-22")).toBe(0);
    expect(withoutDrink(row, "1")).toBeNull();
  });

  it("never counts more than the limit that each order was held to, in any zone, over midnight and daylight saving", () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    const starts = fc.integer({ min: Date.parse("2024-01-01"), max: Date.parse("2030-01-01") });
    const pauses = fc.array(fc.integer({ min: 0, max: minutes(14 * 60) }), { maxLength: 30 });
    fc.assert(
      fc.property(zones, starts, pauses, fc.integer({ min: 1, max: 4 }), (zone, start, waits, limit) => {
        let now = start;
        let row: CustomerRow = newCustomer;
        const ordered: number[] = [];
        for (const [n, wait] of waits.entries()) {
          now += wait;
          const day = shopDay(new Date(now), zone);
          if (drinksOn(row, day) >= limit) continue;
          row = withOrder(row, `order-${n}`, day);
          ordered.push(now);
        }
        for (const first of ordered) {
          const end = nextShopDay(new Date(first), zone).getTime();
          const day = shopDay(new Date(first), zone);
          const sameDay = ordered.filter((each) => shopDay(new Date(each), zone) === day);
          expect(sameDay.length).toBeLessThanOrEqual(limit);
          expect(sameDay.every((each) => each < end)).toBe(true);
        }
      }),
    );
  });
});

describe("wrong codes", () => {
  const wrong = (count: number, row = newCustomer) =>
    Array.from({ length: count }).reduce<CustomerRow>((each) => withWrongCode(each, at), row);

  it("lock a customer out after ten, until a quarter of an hour after the first", () => {
    expect(lockedUntil(wrong(9), at)).toBeNull();
    expect(lockedUntil(wrong(10), at)).toBe(at + minutes(15));
    expect(lockedUntil(wrong(10), at + minutes(15))).toBeNull();
  });

  it("are counted from one again after that, and from none after an order", () => {
    expect(withWrongCode(wrong(10), at + minutes(15)).wrongCodes).toBe(1);
    expect(withOrder(wrong(9), "1", "2026-11-22").wrongCodes).toBe(0);
  });
});

it("every change of a customer raises the version that the next one is decided on", () => {
  const changes = [
    withAnswer(newCustomer, { wanted: "2", got: "1" }),
    withOrder(newCustomer, "1", "2026-11-22"),
    withoutDrink({ ...newCustomer, drinks: ["1"] }, "1"),
    withWrongCode(newCustomer, at),
    forgotten(newCustomer),
  ];
  for (const row of changes) expect(row?.version).toBe(1);
});

it("a customer who is forgotten leaves nothing", () => {
  const row = withAnswer(withOrder(newCustomer, "1", "2026-11-22"), { wanted: "2", got: "1" });
  expect(JSON.stringify(forgotten(row))).not.toMatch(/"1"|"2"|2026/);
});

it("the last twenty answers are remembered", () => {
  const row = Array.from({ length: 25 }).reduce<CustomerRow>(
    (each, _, n) => withAnswer(each, { wanted: String(n), got: "1" }),
    newCustomer,
  );
  expect(row.answered.map(({ wanted }) => wanted)).toEqual(
    Array.from({ length: 20 }, (_, n) => String(n + 5)),
  );
});
