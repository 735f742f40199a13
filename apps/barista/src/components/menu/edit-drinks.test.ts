import type { Choice } from "@serverlesspresso/contracts/menu";
import { EditMenu } from "@serverlesspresso/contracts/menu-edit";
import { expect, it } from "vitest";
import { drink } from "./drinks.fixture";
import { moveBy, newChoice, newDrink, newGroup } from "./edit-drinks";

const oat: Choice = {
  id: "oat-milk",
  name: "Oat milk",
  available: true,
  allergens: ["oats", "gluten"],
  milk: "oat",
};
const latte = drink("latte", {
  options: [{ id: "milk", name: "Milk", default: "oat-milk", choices: [oat] }],
});
const tea = drink("tea");
const drinks = [latte, tea];

it("gives a new drink an id of its own, and all that a menu wants of it", () => {
  expect(newDrink("Latte", drinks).id).toBe("latte-2");
  expect(EditMenu.safeParse({ drinks: [newDrink("Latte", drinks), latte] }).success).toBe(true);
});

it("knows a choice that another drink has, with its allergens and its colour", () => {
  expect(newChoice("oat milk", tea, drinks)).toEqual(oat);
  expect(newChoice("oat milk", latte, drinks).id).toBe("oat-milk-2");
  expect(newChoice("Rice milk", tea, drinks)).toMatchObject({ id: "rice-milk", allergens: [] });
});

it("gives a group that another drink has with its choices, and any other one to begin with", () => {
  expect(newGroup("milk", tea, drinks)).toEqual(latte.options[0]);
  const size = newGroup("Size", tea, drinks);
  expect(size).toMatchObject({ id: "size", default: "usual", choices: [{ name: "Usual" }] });
  expect(EditMenu.safeParse({ drinks: [{ ...tea, options: [size] }] }).success).toBe(true);
});

it("moves by one place, and nowhere beyond the ends", () => {
  expect(moveBy(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
  expect(moveBy(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
});
