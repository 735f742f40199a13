import { expect, it } from "vitest";
import { choicesOf, whereWords } from "./choices-of-menu";
import { drink } from "./drinks.fixture";

const choice = (id: string, available = true) => ({ id, name: id, available, allergens: [] });
const milk = (...choices: ReturnType<typeof choice>[]) => ({
  id: "milk",
  name: "Milk",
  default: "whole",
  choices,
});
const latte = drink("latte", { options: [milk(choice("whole"), choice("oat", false))] });
const mocha = drink("mocha", { options: [milk(choice("whole"), choice("oat"))] });

it("names each choice once, with the drinks that have it and those in which it is off", () => {
  const [group] = choicesOf([latte, mocha]);
  expect(group?.name).toBe("Milk");
  expect(group?.choices.map((shared) => [shared.choice.id, whereWords(shared)])).toEqual([
    ["whole", "in 2 drinks"],
    ["oat", "sold out in 1 of 2 drinks"],
  ]);
});

it("says sold out where no drink has it", () => {
  expect(whereWords({ choice: choice("oat", false), drinks: [latte], offIn: [latte] })).toBe("sold out");
});
