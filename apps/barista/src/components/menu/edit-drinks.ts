import type { Choice, Drink, OptionGroup } from "@serverlesspresso/contracts/menu";
import { newId } from "./new-id";

/** Replaces one element of a list; every other stays the very same. */
export function replaceAt<Item>(list: readonly Item[], at: number, item: Item): Item[] {
  return list.map((each, index) => (index === at ? item : each));
}

/** Leaves one element of a list out. */
export function withoutAt<Item>(list: readonly Item[], at: number): Item[] {
  return list.filter((_, index) => index !== at);
}

/** Moves one element by one place, forwards or backwards; the same list where there is no such place. */
export function moveBy<Item>(list: readonly Item[], at: number, by: 1 | -1): Item[] {
  const [moved, other] = [list[at], list[at + by]];
  if (moved === undefined || other === undefined) return [...list];
  return replaceAt(replaceAt(list, at, other), at + by, moved);
}

/** A drink to begin with. */
export function newDrink(name: string, drinks: readonly Drink[]): Drink {
  const taken = drinks.map(({ id }) => id);
  return {
    id: newId(name, taken, "drink"),
    name,
    description: "",
    available: true,
    temperature: "hot",
    vessel: "cup",
    recipe: [{ ingredient: "espresso", parts: 30 }],
    allergens: [],
    options: [],
  };
}

/** A group as another drink has it under this name; else one with a choice to begin with. */
export function newGroup(name: string, drink: Drink, drinks: readonly Drink[]): OptionGroup {
  const known = drinks.flatMap(({ options }) => options).find((group) => isCalled(group, name));
  const id = newId(known?.id ?? name, idsOf(drink.options), "option");
  const taken = new Set(drink.options.flatMap(({ choices }) => idsOf(choices)));
  const choices = known?.choices.filter((choice) => !taken.has(choice.id)) ?? [];
  if (choices.length === 0) choices.push(newChoice("Usual", drink, drinks));
  const usual = choices.find((choice) => choice.id === known?.default) ?? choices[0];
  return { id, name: known?.name ?? name, default: usual?.id ?? "", choices };
}

/** A choice as another drink has it under this name, so that it is switched with that one; else an empty one. */
export function newChoice(name: string, drink: Drink, drinks: readonly Drink[]): Choice {
  const all = drinks.flatMap(({ options }) => options.flatMap(({ choices }) => choices));
  const known = all.find((choice) => isCalled(choice, name));
  const taken = drink.options.flatMap(({ choices }) => idsOf(choices));
  const id = newId(known?.id ?? name, taken, "choice");
  return { ...(known ?? { name, available: true, allergens: [] }), id };
}

const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);

function isCalled(named: { name: string }, name: string): boolean {
  return named.name.toLowerCase() === name.trim().toLowerCase();
}
