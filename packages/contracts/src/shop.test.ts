import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextShopDay, ShopSettings, shopDay } from "./shop";

test("the shop's day is that of its time zone, also where midnight differs", () => {
  const instant = new Date("2026-11-22T23:30:00Z");
  expect(shopDay(instant, "Europe/Rome")).toBe("2026-11-23");
  expect(shopDay(instant, "America/New_York")).toBe("2026-11-22");
});

test("a day is one day through the change to winter time", () => {
  expect(shopDay(new Date("2026-10-24T22:30:00Z"), "Europe/Rome")).toBe("2026-10-25");
  expect(shopDay(new Date("2026-10-25T22:59:59Z"), "Europe/Rome")).toBe("2026-10-25");
  expect(shopDay(new Date("2026-10-25T23:00:00Z"), "Europe/Rome")).toBe("2026-10-26");
});

describe("the next day of a shop", () => {
  test("begins at midnight, or where the clocks jump over it", () => {
    const next = (at: string, zone: string) => nextShopDay(new Date(at), zone).toISOString();
    expect(next("2026-11-22T09:00:00Z", "Europe/Berlin")).toBe("2026-11-22T23:00:00.000Z");
    expect(next("2026-10-25T00:30:00Z", "Europe/Berlin")).toBe("2026-10-25T23:00:00.000Z");
    expect(next("2026-03-28T23:00:00Z", "Europe/Berlin")).toBe("2026-03-29T22:00:00.000Z");
    // In Cairo summer begins at midnight: that day begins at one o'clock.
    expect(next("2026-04-23T12:00:00Z", "Africa/Cairo")).toBe("2026-04-23T22:00:00.000Z");
  });

  const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
  const instants = fc.date({
    min: new Date("2020-01-01T00:00:00Z"),
    max: new Date("2036-01-01T00:00:00Z"),
    noInvalidDate: true,
  });

  test("is, in every time zone, the first instant that is no longer today, and no more than 28 hours away", () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        const next = nextShopDay(at, zone);
        expect(shopDay(next, zone) > shopDay(at, zone)).toBe(true);
        expect(shopDay(new Date(next.getTime() - 1), zone)).toBe(shopDay(at, zone));
        expect(next.getTime() - at.getTime()).toBeLessThanOrEqual(28 * 3_600_000);
      }),
    );
  });

  test("is the same for every instant of one day", () => {
    fc.assert(
      fc.property(instants, zones, fc.double({ min: 0, max: 1, noNaN: true }), (at, zone, part) => {
        const next = nextShopDay(at, zone);
        const later = new Date(at.getTime() + Math.floor(part * (next.getTime() - 1 - at.getTime())));
        expect(nextShopDay(later, zone)).toEqual(next);
      }),
    );
  });
});

describe("the settings of a shop", () => {
  const limits = {
    maxOrdersInQueue: 20,
    customerPatienceSeconds: 900,
    baristaPatienceSeconds: 900,
    collectionPatienceSeconds: 600,
    maxExtensions: 2,
    ageingAfterSeconds: 120,
    lateAfterSeconds: 240,
    maxOrdersPerUser: 3,
    codeWindowSeconds: 300,
    drinksPerCode: 10,
  };
  const open = { status: "open", message: null, reopensAt: null, lastOrdersAt: null, limits };
  const at = "2026-11-22T17:00:00Z";

  test.each([
    ["an open shop that reopens", { ...open, reopensAt: at }, "reopensAt"],
    ["a closed shop that takes last orders", { ...open, status: "closed", lastOrdersAt: at }, "lastOrdersAt"],
  ])("of %s are refused by the field", (_what, settings, field) => {
    expect(ShopSettings.safeParse(settings).error?.issues[0]?.path).toEqual([field]);
  });

  test("say when it closes or opens by itself", () => {
    expect(ShopSettings.safeParse({ ...open, lastOrdersAt: at }).success).toBe(true);
    expect(ShopSettings.safeParse({ ...open, status: "paused", reopensAt: at }).success).toBe(true);
  });
});
