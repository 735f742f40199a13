import type { Drink } from "@serverlesspresso/contracts/menu";
import { expect, it } from "vitest";
import { drinkOrderOf, obstacleOf, withChoice } from "./walk-up-choice";

const choice = (id: string, available = true) => ({ id, name: id, available, allergens: [] });
const milk = {
  id: "milk",
  name: "Milk",
  default: "whole",
  choices: [choice("whole"), choice("oat"), choice("soy", false)],
};
const shots = {
  id: "shots",
  name: "Shots",
  default: "single",
  choices: [choice("single"), choice("double")],
};
const latte: Drink = {
  id: "latte",
  name: "Latte",
  description: "",
  available: true,
  temperature: "hot",
  vessel: "glass",
  recipe: [{ ingredient: "milk", parts: 1 }],
  allergens: [],
  options: [milk, shots],
};

it("takes one choice of each group, the usual where nothing was said", () => {
  const modifiers = withChoice(withChoice(["double"], milk, "soy"), milk, "oat");
  expect(drinkOrderOf(latte, modifiers)).toEqual({ drink: "latte", modifiers: ["oat", "double"] });
  expect(drinkOrderOf(latte, [])).toEqual({ drink: "latte", modifiers: ["whole", "single"] });
});

it("says what is sold out, be it the drink, a choice or the usual one", () => {
  expect(obstacleOf(latte, ["oat"])).toBeNull();
  expect(obstacleOf(latte, ["soy"])).toBe("soy is sold out: choose another");
  expect(obstacleOf({ ...latte, available: false }, [])).toBe("Latte is sold out");
});
