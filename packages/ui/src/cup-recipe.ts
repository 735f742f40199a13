import {
  chosenOf,
  type Drink,
  type Ingredient,
  type Layer,
  type MilkTint,
} from "@serverlesspresso/contracts/menu";

/** What lies on top of a drink, so that an added shot goes below it. */
const toppings: readonly Ingredient[] = ["foam", "cream", "cocoa"];
const bottoms: readonly Ingredient[] = ["syrup", "chocolate"];

/** The layers of a drink as chosen, from the bottom up; what a choice adds joins a layer of its kind. */
export function recipeOf(drink: Drink, modifiers: readonly string[]): Layer[] {
  const layers = drink.recipe.map((layer) => ({ ...layer }));
  for (const { adds } of chosenOf(drink, modifiers)) {
    if (!adds) continue;
    const same = layers.find((layer) => layer.ingredient === adds.ingredient);
    if (same) same.parts += adds.parts;
    else layers.splice(placeOf(adds.ingredient, layers), 0, { ...adds });
  }
  return layers;
}

/** The tint of the milk that was chosen. */
export function milkOf(drink: Drink, modifiers: readonly string[]): MilkTint {
  return chosenOf(drink, modifiers).find((choice) => choice.milk)?.milk ?? "whole";
}

function placeOf(ingredient: Ingredient, layers: readonly Layer[]): number {
  if (bottoms.includes(ingredient)) return 0;
  if (toppings.includes(ingredient)) return layers.length;
  const top = layers.findIndex((layer) => toppings.includes(layer.ingredient));
  return top === -1 ? layers.length : top;
}

/** The parts of a drink without its ice. */
export function partsOf(recipe: readonly Layer[]): number {
  return recipe.reduce((sum, { ingredient, parts }) => (ingredient === "ice" ? sum : sum + parts), 0);
}
