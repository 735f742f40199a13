import type { Drink, Menu } from "@serverlesspresso/contracts/menu";
import { expect, it } from "vitest";
import { drinkOrderOf, nothingWanted, pickedOf, wantedOf } from "./picked-drink";

function drink(id: string, off: string[] = [], available = true): Drink {
  const milk = (name: string) => ({
    id: name,
    name: `${name} milk`,
    available: !off.includes(name),
    allergens: [],
  });
  return {
    id,
    name: id,
    description: "",
    available,
    temperature: "hot",
    vessel: "cup",
    recipe: [{ ingredient: "espresso", parts: 30 }],
    allergens: [],
    options: [{ id: "milk", name: "Milk", default: "whole", choices: [milk("whole"), milk("oat")] }],
  };
}

const menu = (...drinks: Drink[]): Menu => ({ version: 1, drinks });
const oatLatte = { drinkId: "latte", choices: { milk: "oat" } };

it("picks nothing before a drink is chosen, or when it has left the menu", () => {
  expect(pickedOf(menu(drink("latte")), nothingWanted)).toBeNull();
  expect(pickedOf(menu(drink("mocha")), oatLatte)).toBeNull();
});

it("orders the default of a group that was not touched", () => {
  const picked = pickedOf(menu(drink("latte")), { drinkId: "latte", choices: {} });
  expect(picked && drinkOrderOf(picked)).toEqual({ drink: "latte", modifiers: ["whole"] });
});

it("keeps the milk when another drink is looked at", () => {
  expect(
    pickedOf(menu(drink("latte"), drink("mocha")), { ...oatLatte, drinkId: "mocha" })?.modifiers,
  ).toEqual(["oat"]);
});

it("never takes another milk silently when the chosen one is switched off", () => {
  const picked = pickedOf(menu(drink("latte", ["oat"])), oatLatte);
  expect(picked?.groups[0]?.picked).toBeNull();
  expect(picked?.obstacle).toBe("oat milk is sold out");
});

it("never takes another milk silently when the chosen one has left the menu", () => {
  const without = drink("latte");
  without.options[0]?.choices.pop();
  const picked = pickedOf(menu(without), oatLatte);
  expect(picked?.groups[0]).toMatchObject({ picked: null, missing: null });
  expect(picked?.obstacle).toBe("Choose: Milk");
  const earlier = wantedOf(menu(without), { drink: "latte", modifiers: ["oat"] });
  expect(pickedOf(menu(without), earlier)?.obstacle).toBe("Choose: Milk");
});

it("says so when the drink is switched off, and keeps the choice", () => {
  const picked = pickedOf(menu(drink("latte", [], false)), oatLatte);
  expect(picked?.obstacle).toBe("latte is sold out");
  expect(picked?.modifiers).toEqual(["oat"]);
});

it("finds an earlier order again", () => {
  expect(wantedOf(menu(drink("latte")), { drink: "latte", modifiers: ["oat"] })).toEqual(oatLatte);
  expect(wantedOf(menu(drink("latte")), { drink: "gone", modifiers: [] })).toEqual(nothingWanted);
});
