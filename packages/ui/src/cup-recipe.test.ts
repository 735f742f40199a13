import type { Drink } from "@serverlesspresso/contracts/menu";
import { expect, it } from "vitest";
import { milkOf, recipeOf } from "./cup-recipe";

const choice = { available: true, allergens: [] };
const flatWhite: Drink = {
  id: "flat-white",
  name: "Flat white",
  description: "",
  available: true,
  temperature: "hot",
  vessel: "cup",
  recipe: [
    { ingredient: "espresso", parts: 60 },
    { ingredient: "milk", parts: 110 },
    { ingredient: "foam", parts: 10 },
  ],
  allergens: [],
  options: [
    {
      id: "milk",
      name: "Milk",
      default: "whole-milk",
      choices: [
        { ...choice, id: "whole-milk", name: "Whole milk", milk: "whole" },
        { ...choice, id: "oat-milk", name: "Oat milk", milk: "oat" },
      ],
    },
    {
      id: "extra",
      name: "Extra",
      default: "none",
      choices: [
        { ...choice, id: "none", name: "Nothing" },
        { ...choice, id: "shot", name: "Extra shot", adds: { ingredient: "espresso", parts: 30 } },
        { ...choice, id: "vanilla", name: "Vanilla", adds: { ingredient: "syrup", parts: 15 } },
        { ...choice, id: "water", name: "Long", adds: { ingredient: "water", parts: 40 } },
      ],
    },
  ],
};

const names = (modifiers: string[]) => recipeOf(flatWhite, modifiers).map((layer) => layer.ingredient);

it("takes the milk that was chosen, else the default", () => {
  expect(milkOf(flatWhite, [])).toBe("whole");
  expect(milkOf(flatWhite, ["oat-milk"])).toBe("oat");
});

it("adds a shot to the espresso that is there, and leaves the menu as it was", () => {
  expect(recipeOf(flatWhite, ["shot"])[0]).toEqual({ ingredient: "espresso", parts: 90 });
  expect(flatWhite.recipe[0]?.parts).toBe(60);
});

it("lays syrup at the bottom and liquids below the foam", () => {
  expect(names(["vanilla"])).toEqual(["syrup", "espresso", "milk", "foam"]);
  expect(names(["water"])).toEqual(["espresso", "milk", "water", "foam"]);
});
