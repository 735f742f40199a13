import {
  type Choice,
  chosenOf,
  type Drink,
  type DrinkOrder,
  type OptionGroup,
} from "@serverlesspresso/contracts/menu";

/** The choices taken by hand with one more of a group, whose others it takes the place of. */
export function withChoice(modifiers: readonly string[], group: OptionGroup, choiceId: string): string[] {
  const others = modifiers.filter((id) => !group.choices.some((choice) => choice.id === id));
  return [...others, choiceId];
}

/** What stands in the way of ordering a drink so, in words; null if nothing does. */
export function obstacleOf(drink: Drink, modifiers: readonly string[]): string | null {
  if (!drink.available) return `${drink.name} is sold out`;
  const missing = chosenOf(drink, modifiers).find(({ available }) => !available);
  return missing === undefined ? null : `${missing.name} is sold out: choose another`;
}

/** What is sent to the shop: the choice of each group, said or not. */
export function drinkOrderOf(drink: Drink, modifiers: readonly string[]): DrinkOrder {
  return { drink: drink.id, modifiers: chosenOf(drink, modifiers).map(({ id }: Choice) => id) };
}
