import type { Menu } from "@serverlesspresso/contracts/menu";
import type { DayStats } from "@serverlesspresso/contracts/stats";
import { expect, it } from "vitest";
import { dayRowsOf } from "./day-rows";

const latte = {
  id: "latte",
  name: "Latte",
  description: "",
  available: true,
  temperature: "hot",
  vessel: "glass",
  recipe: [{ ingredient: "milk", parts: 1 }],
  allergens: [],
  options: [],
} as const;
const menu = { version: 1, drinks: [latte] } as unknown as Menu; // its lists are not written to

const midnight = Date.parse("2026-11-21T23:00:00Z");

function dayWith(orders: Readonly<Record<number, number>>): DayStats {
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    from: new Date(midnight + hour * 3_600_000).toISOString(),
    ordered: orders[hour] ?? 0,
    wait: null,
  }));
  return {
    day: "2026-11-22",
    timeZone: "Europe/Berlin",
    open: 0,
    ordered: 1,
    wait: null,
    drinks: [
      { drink: "latte", ordered: 2, wait: null },
      { drink: "iced-mocha", ordered: 1, wait: null },
    ],
    hours,
    endings: [{ cause: "full", submitted: false, reason: null, count: 2 }],
    serverTime: "2026-11-22T09:00:00Z",
  };
}

const hoursShown = (orders: Readonly<Record<number, number>>) =>
  dayRowsOf(dayWith(orders), menu).hours.map(({ name }) => name);

it("names hours by the clock of the shop, drinks by the menu, endings in words", () => {
  const { drinks, endings } = dayRowsOf(dayWith({}), menu);
  expect(drinks.map(({ name }) => name)).toEqual(["Latte", "Iced mocha"]);
  expect(endings.map(({ name, orders }) => [name, orders])).toEqual([["The bar was full", 2]]);
});

it("leaves out the hours before the first order and after the last, but for a picture of a day", () => {
  expect(hoursShown({})).toEqual([]);
  expect(hoursShown({ 7: 1, 14: 2 })).toHaveLength(8);
  expect(hoursShown({ 7: 1, 14: 2 })[0]).toBe("07:00");
  expect(hoursShown({ 9: 3 })).toEqual(["07:00", "08:00", "09:00", "10:00", "11:00", "12:00"]);
  expect(hoursShown({ 0: 1 })).toHaveLength(6);
  expect(hoursShown({ 23: 1 }).at(-1)).toBe("23:00");
});
