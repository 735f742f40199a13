import type { Drink } from "@serverlesspresso/contracts/menu";
import { asAvailableAs } from "@serverlesspresso/contracts/menu-edit";
import { hashKey } from "@tanstack/react-query";
import { ingredients, vessels } from "./menu-words";

/** What differs between two lists of drinks, for one drink or for their order. */
export interface MenuChange {
  /** The drink's id, or `order`. */
  id: string;
  name: string;
  /** In a few words: "new", "removed", "recipe and allergens". */
  what: string;
}

/** Cannot be the id of a drink. */
export const orderId = "the order";

const fields: readonly [keyof Drink, string][] = [
  ["name", "name"],
  ["description", "description"],
  ["recipe", "recipe"],
  ["vessel", "cup"],
  ["temperature", "hot or iced"],
  ["allergens", "allergens"],
  ["options", "options"],
];

/** Whether two drinks are the same, in all but how available they are. */
export function isSameDrink(one: Drink | undefined, other: Drink | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return hashKey(asAvailableAs([other], [one])) === hashKey([other]);
}

/** Whether the drinks that two lists share stand in the same order. */
export function isSameOrder(one: readonly Drink[], other: readonly Drink[]): boolean {
  const shared = (list: readonly Drink[], by: readonly Drink[]) =>
    list.flatMap(({ id }) => (by.some((each) => each.id === id) ? [id] : []));
  return hashKey(shared(one, other)) === hashKey(shared(other, one));
}

function changedFields(before: Drink, after: Drink): string[] {
  const known = asAvailableAs([before], [after])[0] ?? after;
  const changed = fields.filter(([field]) => hashKey([before[field]]) !== hashKey([known[field]]));
  return changed.map(([, word]) => word);
}

/** What has become of a drink, in words. */
export function changeWords(before: Drink | undefined, after: Drink | undefined): string {
  if (before === undefined) return after === undefined ? "is not there" : "new";
  if (after === undefined) return "removed";
  const changed = changedFields(before, after);
  return changed.length === 0 ? "as before" : new Intl.ListFormat("en").format(changed);
}

const nameOf = <Id extends string>(list: readonly { id: Id; name: string }[], id: Id): string =>
  list.find((each) => each.id === id)?.name ?? id;

/** What a drink has become in each of its fields, with what stands there now. */
const values: Record<string, (drink: Drink) => string> = {
  name: ({ name }) => name,
  description: ({ description }) => description || "none",
  recipe: ({ recipe }) =>
    recipe
      .map(({ ingredient, parts }) => `${parts} ${nameOf(ingredients, ingredient).toLowerCase()}`)
      .join(", "),
  cup: ({ vessel }) => nameOf(vessels, vessel).toLowerCase(),
  "hot or iced": ({ temperature }) => temperature,
  allergens: ({ allergens }) => allergens.join(", ") || "none",
  options: ({ options }) =>
    options
      .map(({ name, choices }) => `${name} (${choices.map((choice) => choice.name).join(", ")})`)
      .join(", ") || "none",
};

/** What has become of a drink, with what it is now: "cup: glass; allergens: milk, oats". */
export function changeDetail(before: Drink | undefined, after: Drink | undefined): string {
  if (before === undefined || after === undefined) return changeWords(before, after);
  const changed = changedFields(before, after);
  return changed.map((word) => `${word}: ${values[word]?.(after)}`).join("; ") || changeWords(before, after);
}

/** All that a menu would be other than before, in its new order. */
export function changesOf(before: readonly Drink[], after: readonly Drink[]): MenuChange[] {
  const find = (list: readonly Drink[], id: string) => list.find((drink) => drink.id === id);
  const gone = before.filter(({ id }) => find(after, id) === undefined);
  const drinks = [...after, ...gone].flatMap(({ id, name }) => {
    const [was, is] = [find(before, id), find(after, id)];
    return isSameDrink(was, is) ? [] : [{ id, name, what: changeWords(was, is) }];
  });
  if (isSameOrder(before, after)) return drinks;
  return [...drinks, { id: orderId, name: "The order", what: "another one" }];
}
