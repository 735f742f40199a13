import type { Drink } from "@serverlesspresso/contracts/menu";
import { describe, expect, it } from "vitest";
import { recipeLine } from "./recipe-line";

const usual = { available: true, allergens: [] };
const flatWhite: Drink = {
  id: "flat-white",
  name: "Flat white",
  description: "",
  available: true,
  temperature: "iced",
  vessel: "cup",
  recipe: [
    { ingredient: "ice", parts: 30 },
    { ingredient: "espresso", parts: 40 },
    { ingredient: "milk", parts: 120 },
  ],
  allergens: [],
  options: [
    {
      id: "milk",
      name: "Milk",
      default: "whole",
      choices: [
        { ...usual, id: "whole", name: "Whole milk", milk: "whole" },
        { ...usual, id: "oat", name: "Oat milk", milk: "oat" },
      ],
    },
    {
      id: "shots",
      name: "Shots",
      default: "single",
      choices: [
        { ...usual, id: "single", name: "Single" },
        { ...usual, id: "double", name: "Double", adds: { ingredient: "espresso", parts: 40 } },
      ],
    },
  ],
};

describe("the recipe on a ticket", () => {
  it("names every layer from the bottom up, with the milk that is taken", () => {
    expect(recipeLine(flatWhite, [])).toBe("ice · espresso 40 · whole milk 120");
  });

  it("has in it what was chosen", () => {
    expect(recipeLine(flatWhite, ["oat", "double"])).toBe("ice · espresso 80 · oat milk 120");
  });
});
