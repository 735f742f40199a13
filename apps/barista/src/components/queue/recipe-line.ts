import { chosenOf, type Drink, type Ingredient } from "@serverlesspresso/contracts/menu";
import { recipeOf } from "@serverlesspresso/ui/cup-recipe";

const names: Record<Ingredient, string> = {
  espresso: "espresso",
  coffee: "coffee",
  water: "water",
  milk: "milk",
  foam: "foam",
  cocoa: "cocoa",
  chocolate: "chocolate",
  matcha: "matcha",
  chai: "chai",
  tea: "tea",
  syrup: "syrup",
  cream: "cream",
  ice: "ice",
};

/** The drink in one line, from the bottom of the cup up: "espresso 40 · oat milk 120 · foam 10". */
export function recipeLine(drink: Drink, modifiers: readonly string[]): string {
  const milk = chosenOf(drink, modifiers)
    .find((choice) => choice.milk)
    ?.name.toLowerCase();
  const said = ({ ingredient, parts }: { ingredient: Ingredient; parts: number }) => {
    const name = ingredient === "milk" && milk ? milk : names[ingredient];
    return ingredient === "ice" ? name : `${name} ${parts}`;
  };
  return recipeOf(drink, modifiers).map(said).join(" · ");
}
