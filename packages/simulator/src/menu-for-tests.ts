import type { Drink, Menu, OptionGroup } from "@serverlesspresso/contracts/menu";

const choice = (id: string) => ({ id, name: id, available: true, allergens: [] });
const group = (id: string, ...ids: [string, ...string[]]): OptionGroup => ({
  id,
  name: id,
  default: ids[0],
  choices: ids.map(choice),
});

const milk = group("milk", "whole-milk", "oat-milk", "soy-milk");
const shots = group("shots", "single", "double");

const drink = (id: string, ...options: OptionGroup[]): Drink => ({
  id,
  name: id,
  description: "",
  available: true,
  temperature: "hot",
  vessel: "cup",
  recipe: [{ ingredient: "espresso", parts: 30 }],
  allergens: [],
  options,
});

/** A menu as a bar has it. */
export const menu: Menu = {
  version: 1,
  drinks: [
    drink("espresso", shots),
    drink("macchiato", milk, shots),
    drink("cortado", milk, shots),
    drink("americano", shots),
    drink("flat-white", milk),
    drink("cappuccino", milk, shots),
    drink("latte", milk, shots),
    drink("mocha", milk),
    drink("cold-brew"),
    drink("chai-latte", milk),
    drink("matcha-latte", milk),
    drink("hot-chocolate", milk),
  ],
};
