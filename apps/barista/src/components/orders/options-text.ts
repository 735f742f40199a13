import { type Drink, specialOf } from "@serverlesspresso/contracts/menu";

/** How a drink was chosen where that is not as usual: "Oat milk, Double". */
export function optionsText(drink: Drink, modifiers: readonly string[]): string {
  return specialOf(drink, modifiers)
    .map(({ name }) => name)
    .join(", ");
}
