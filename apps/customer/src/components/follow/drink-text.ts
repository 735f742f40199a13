import { chosenOf, type Drink } from "@serverlesspresso/contracts/menu";

/** A drink's name within a sentence: "flat white"; "coffee" when the menu does not know it. */
export function nameInSentence(drink: Drink | null): string {
  return drink ? drink.name.charAt(0).toLowerCase() + drink.name.slice(1) : "coffee";
}

/** How a drink was chosen, in words: "oat milk, double". Choices that add nothing are left out. */
export function choicesText(drink: Drink, modifiers: readonly string[]): string {
  const defaults = drink.options.map((group) => group.default);
  return chosenOf(drink, modifiers)
    .filter((choice) => choice.milk || !defaults.includes(choice.id))
    .map((choice) => choice.name.toLowerCase())
    .join(", ");
}
