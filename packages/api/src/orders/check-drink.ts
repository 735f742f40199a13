import { AppError } from "@serverlesspresso/contracts/error";
import type { Drink, DrinkOrder, Menu } from "@serverlesspresso/contracts/menu";

/**
 * The drink that was chosen. Throws `drink_unknown`, `drink_unavailable`, `option_unknown` (also for two
 * choices of one group) or `option_unavailable`, each naming what is wrong.
 */
export function checkDrink(menu: Menu, { drink: id, modifiers }: DrinkOrder): Drink {
  const drink = menu.drinks.find((each) => each.id === id);
  if (drink === undefined) {
    throw new AppError("drink_unknown", `The menu has no drink "${id}".`, { field: "drink" });
  }
  if (!drink.available) {
    throw new AppError("drink_unavailable", `${drink.name} is not available now.`, { field: "drink" });
  }
  for (const modifier of modifiers) checkOption(drink, modifier);
  for (const group of drink.options) checkGroup(drink, group, modifiers);
  return drink;
}

function checkOption(drink: Drink, modifier: string): void {
  const isKnown = drink.options.some(({ choices }) => choices.some(({ id }) => id === modifier));
  if (isKnown) return;
  throw new AppError("option_unknown", `${drink.name} has no option "${modifier}".`, { field: modifier });
}

/** A group's default is chosen by saying nothing, so it must be available too. */
function checkGroup(drink: Drink, group: Drink["options"][number], modifiers: readonly string[]): void {
  const wanted = group.choices.filter(({ id }) => modifiers.includes(id));
  if (wanted.length > 1) {
    const names = wanted.map(({ name }) => name).join(" and ");
    throw new AppError("option_unknown", `${group.name} is one of ${names}, not both.`, { field: group.id });
  }
  const choice = wanted[0] ?? group.choices.find(({ id }) => id === group.default);
  if (choice === undefined || choice.available) return;
  throw new AppError("option_unavailable", `${choice.name} is not available now for ${drink.name}.`, {
    field: choice.id,
  });
}
