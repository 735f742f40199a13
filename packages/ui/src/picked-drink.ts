import type { Choice, Drink, DrinkOrder, Menu, OptionGroup } from "@serverlesspresso/contracts/menu";

/** What a customer wants, kept while drinks are compared and while the menu changes under it. */
export interface Wanted {
  drinkId: string | null;
  /** The choice taken by hand in each group, over all drinks: oat milk stays oat milk. */
  choices: Readonly<Record<string, string>>;
}

export const nothingWanted: Wanted = { drinkId: null, choices: {} };

export interface PickedGroup {
  group: OptionGroup;
  /** Null if what was taken is not to be had now: another one is never taken silently. */
  picked: Choice | null;
  /** What was taken but is off now. */
  missing: Choice | null;
}

export interface Picked {
  drink: Drink;
  groups: PickedGroup[];
  modifiers: string[];
  /** What stands in the way of ordering this, in words; null if nothing does. */
  obstacle: string | null;
}

/** What is picked of the menu as it is now, or null without a drink. */
export function pickedOf(menu: Menu, wanted: Wanted): Picked | null {
  const drink = menu.drinks.find(({ id }) => id === wanted.drinkId);
  if (!drink) return null;
  const groups = drink.options.map((group) => pickIn(group, wanted.choices[group.id]));
  const modifiers = groups.flatMap(({ picked, missing }) => picked?.id ?? missing?.id ?? []);
  return { drink, groups, modifiers, obstacle: obstacleOf(drink, groups) };
}

/** What was wanted and has left the menu is to be chosen anew; the default is for whoever has wanted nothing. */
function pickIn(group: OptionGroup, wanted: string | undefined): PickedGroup {
  const taken = group.choices.find(({ id }) => id === (wanted ?? group.default));
  if (taken?.available) return { group, picked: taken, missing: null };
  return { group, picked: null, missing: taken ?? null };
}

function obstacleOf(drink: Drink, groups: readonly PickedGroup[]): string | null {
  if (!drink.available) return `${drink.name} is sold out`;
  const open = groups.find(({ picked }) => picked === null);
  if (!open) return null;
  return open.missing ? `${open.missing.name} is sold out` : `Choose: ${open.group.name}`;
}

/** What is sent to the shop. */
export function drinkOrderOf({ drink, modifiers }: Picked): DrinkOrder {
  return { drink: drink.id, modifiers };
}

/** The wish behind an earlier order; also for what has left the menu since. */
export function wantedOf(menu: Menu, order: DrinkOrder): Wanted {
  const drink = menu.drinks.find(({ id }) => id === order.drink);
  if (!drink) return nothingWanted;
  const known = new Set(drink.options.flatMap(({ choices }) => choices.map(({ id }) => id)));
  const gone = order.modifiers.find((id) => !known.has(id));
  const choices = drink.options.flatMap((group) => {
    const taken = group.choices.find(({ id }) => order.modifiers.includes(id))?.id ?? gone;
    return taken === undefined ? [] : [[group.id, taken] as const];
  });
  return { drinkId: drink.id, choices: Object.fromEntries(choices) };
}
