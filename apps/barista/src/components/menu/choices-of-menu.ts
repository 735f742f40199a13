import type { Choice, Drink } from "@serverlesspresso/contracts/menu";

/** A choice that several drinks share by its id, for example oat milk. */
export interface SharedChoice {
  choice: Choice;
  /** The drinks that have it. */
  drinks: Drink[];
  /** Those of them in which it is off. */
  offIn: Drink[];
}

/** Every choice of a menu once, under the names of their options. */
export function choicesOf(drinks: readonly Drink[]): { name: string; choices: SharedChoice[] }[] {
  const groups = new Map<string, Map<string, SharedChoice>>();
  const seen = new Map<string, SharedChoice>();
  for (const drink of drinks) {
    for (const { name, choices } of drink.options) {
      const group = groups.get(name) ?? new Map<string, SharedChoice>();
      groups.set(name, group);
      for (const choice of choices) {
        const shared = seen.get(choice.id) ?? { choice, drinks: [], offIn: [] };
        if (!seen.has(choice.id)) group.set(choice.id, shared);
        seen.set(choice.id, shared);
        shared.drinks.push(drink);
        if (!choice.available) shared.offIn.push(drink);
      }
    }
  }
  const all = [...groups].map(([name, choices]) => ({ name, choices: [...choices.values()] }));
  return all.filter(({ choices }) => choices.length > 0);
}

/** Where a choice is to be had, in words. */
export function whereWords({ drinks, offIn }: SharedChoice): string {
  const of = (count: number) => (count === 1 ? "1 drink" : `${count} drinks`);
  if (offIn.length === 0) return `in ${of(drinks.length)}`;
  if (offIn.length === drinks.length) return "sold out";
  return `sold out in ${offIn.length} of ${of(drinks.length)}`;
}
