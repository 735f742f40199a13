import { expect, it } from "vitest";
import { dayFile } from "./day-file";
import type { FigureRow } from "./day-rows";

const row = (name: string, orders: number, wait: FigureRow["wait"] = null) => ({
  id: name,
  name,
  orders,
  wait,
});

it("holds every figure of the page once, in one table", () => {
  const wait = { count: 2, p50Seconds: 60, p90Seconds: 185 };
  const file = dayFile({
    all: row("All day", 3, wait),
    hours: [row("09:00", 3, wait)],
    drinks: [row("Latte", 3, wait)],
    endings: [row("The bar was full", 4)],
  });
  expect(file.split("\r\n")).toEqual([
    "table,name,orders,ready,half within seconds,nine of ten within seconds",
    "day,All day,3,2,60,185",
    "hour,09:00,3,2,60,185",
    "drink,Latte,3,2,60,185",
    "without a drink,The bar was full,4,,,",
    "",
  ]);
});

it("lets nothing that people typed be a formula, or end its cell", () => {
  const named = (name: string) =>
    dayFile({ all: row("All day", 0), hours: [], drinks: [], endings: [row(name, 1)] }).split("\r\n")[2];
  expect(named("=HYPERLINK(1)")).toBe("without a drink,'=HYPERLINK(1),1,,,");
  expect(named('No milk, no "foam"')).toBe('without a drink,"No milk, no ""foam""",1,,,');
});
