import { expect, test } from "vitest";
import { allergensOf, Choice, chosenOf, Drink, Layer, orderedDrink } from "./menu";

const milk = (id: string, allergens: string[]) => ({ id, name: id, available: true, allergens });
const latte = Drink.parse({
  id: "latte",
  name: "Latte",
  description: "",
  available: true,
  temperature: "hot",
  vessel: "glass",
  recipe: [{ ingredient: "espresso", parts: 30 }],
  allergens: [],
  options: [
    {
      id: "milk",
      name: "Milk",
      default: "whole",
      choices: [milk("whole", ["milk"]), milk("oat", ["oats", "gluten"])],
    },
  ],
});

test("a layer is as thick as the table can keep", () => {
  const takes = (parts: number) => Layer.safeParse({ ingredient: "milk", parts }).success;
  expect([0.01, 1000].map(takes)).toEqual([true, true]);
  expect([1e-200, 0, -1, 1001].map(takes)).toEqual([false, false, false, false]);
});

test("a group without a choice takes its default", () => {
  expect(chosenOf(latte, []).map((choice) => choice.id)).toEqual(["whole"]);
  expect(chosenOf(latte, ["oat"]).map((choice) => choice.id)).toEqual(["oat"]);
});

test("the allergens are those of what was chosen, not of what could be", () => {
  expect(allergensOf(latte, ["oat"])).toEqual(["oats", "gluten"]);
  expect(allergensOf(latte, [])).toEqual(["milk"]);
});

test("a drink that is kept with an order tells of it what the menu told, and no more choices", () => {
  const choices = [...(latte.options[0]?.choices ?? []), Choice.parse(milk("soy", ["soy"]))];
  const soy = { ...latte, options: latte.options.map((group) => ({ ...group, choices })) };
  const kept = orderedDrink({ ...soy, available: false }, ["oat"]);
  expect(kept.options[0]?.choices.map(({ id }) => id)).toEqual(["whole", "oat"]);
  expect(chosenOf(kept, ["oat"])).toEqual(chosenOf(soy, ["oat"]));
  expect(allergensOf(kept, ["oat"])).toEqual(["oats", "gluten"]);
});

test("a property that a drink does not have is refused by name", () => {
  expect(() => Drink.parse({ ...latte, colour: "brown" })).toThrow(/colour/);
});
