import { describe, expect, it } from "vitest";
import type { Choice, Drink } from "./menu";
import { asAvailableAs, EditMenu, SwitchDrink, switchDrinks } from "./menu-edit";

const choice = (id: string, available = true): Choice => ({ id, name: id, available, allergens: [] });
const drink = (id: string, choices = [choice("whole"), choice("oat")]): Drink => ({
  id,
  name: id,
  description: "",
  available: true,
  temperature: "hot",
  vessel: "cup",
  recipe: [{ ingredient: "espresso", parts: 30 }],
  allergens: [],
  options: [{ id: "milk", name: "Milk", default: "whole", choices }],
});
const off = (drinks: readonly Drink[]) =>
  drinks.flatMap(({ id, available, options }) => [
    ...(available ? [] : [id]),
    ...options.flatMap(({ choices }) =>
      choices.filter((each) => !each.available).map((each) => `${id}/${each.id}`),
    ),
  ]);

describe("a menu", () => {
  const milk = { id: "milk", name: "Milk", default: "whole", choices: [choice("whole")] };
  it.each([
    ["a drink's id twice", [drink("latte"), drink("latte")], "drinks.1.id"],
    ["a drink without a name", [{ ...drink("latte"), name: " " }], "drinks.0.name"],
    ["a name of nothing", [{ ...drink("latte"), name: "" }], "drinks.0.name"],
    ["a default that is no choice", [drink("latte", [choice("oat")])], "drinks.0.options.0.default"],
    ["a group's id twice", [{ ...drink("latte", []), options: [milk, milk] }], "drinks.0.options.1.id"],
    [
      "a choice's id twice",
      [drink("latte", [choice("whole"), choice("whole")])],
      "drinks.0.options.0.choices.1.id",
    ],
    [
      "a choice without a name",
      [drink("a", [{ ...choice("whole"), name: " " }])],
      "drinks.0.options.0.choices.0.name",
    ],
    ["an unknown field", [{ ...drink("latte"), price: 3 }], "drinks.0"],
  ])("with %s is refused there", (_what, drinks, field) => {
    const [issue] = EditMenu.safeParse({ drinks }).error?.issues ?? [];
    expect(issue?.path.join(".")).toBe(field);
  });

  it("may be empty", () => {
    expect(EditMenu.safeParse({ drinks: [] }).success).toBe(true);
  });
});

describe("a switch", () => {
  const drinks = [drink("latte"), drink("mocha")];

  it("turns a drink, a choice of it, or that choice of every drink", () => {
    expect(off(switchDrinks(drinks, "mocha", { available: false }))).toEqual(["mocha"]);
    expect(off(switchDrinks(drinks, "mocha", { available: false, choice: "oat" }))).toEqual(["mocha/oat"]);
    const everywhere = { available: false, choice: "oat", everywhere: true };
    expect(off(switchDrinks(drinks, "mocha", everywhere))).toEqual(["latte/oat", "mocha/oat"]);
  });

  it("that changes nothing gives the very same list", () => {
    expect(switchDrinks(drinks, "mocha", { available: true })).toBe(drinks);
    expect(switchDrinks(drinks, "mocha", { available: false, choice: "soy" })).toBe(drinks);
  });

  it("everywhere is one of a choice", () => {
    expect(SwitchDrink.safeParse({ available: false, everywhere: true }).error?.issues[0]?.path).toEqual([
      "everywhere",
    ]);
  });
});

it("leaves what a menu knows as available as there, and what is new as it says", () => {
  const menu = [{ ...drink("latte", [choice("whole"), choice("oat", false)]), available: false }];
  const edited = [
    drink("latte", [choice("whole"), choice("oat"), choice("soy", false)]),
    { ...drink("mocha"), available: false },
  ];
  expect(off(asAvailableAs(menu, edited))).toEqual(["latte", "latte/oat", "latte/soy", "mocha"]);
});
