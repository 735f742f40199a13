import { chosenOf, type Drink } from "@serverlesspresso/contracts/menu";

/** How a drink was chosen where that is not as usual: "Oat milk, Double". */
export function optionsText(drink: Drink, modifiers: readonly string[]): string {
  const usual = new Set(drink.options.map((group) => group.default));
  return chosenOf(drink, modifiers)
    .filter(({ id }) => !usual.has(id))
    .map(({ name }) => name)
    .join(", ");
}
