import * as z from "zod/mini";
import { Drink, MenuId } from "./menu";

/** What keeps a menu from being one, and where: the way to the field from the list of drinks. */
export interface MenuProblem {
  path: (string | number)[];
  message: string;
}

/** What a schema of one drink cannot see: names without a letter, ids given twice, defaults that are no choice. */
export function problemsOf(drinks: readonly Drink[]): MenuProblem[] {
  return [
    ...repeatedIds(drinks, []),
    ...drinks.flatMap((drink, at) =>
      problemsOfDrink(drink).map(({ path, message }) => ({ path: [at, ...path], message })),
    ),
  ];
}

/** The same of one drink; ways begin at the drink. */
export function problemsOfDrink({ name, options }: Drink): MenuProblem[] {
  const groups = options.map((group, at) => ({ ...group, path: ["options", at] }));
  const choices = groups.flatMap(({ choices, path }) =>
    choices.map((choice, at) => ({ ...choice, path: [...path, "choices", at] })),
  );
  const nowhere = groups.filter((group) => group.choices.every(({ id }) => id !== group.default));
  return [
    ...blankNames([{ name, path: [] }, ...groups, ...choices]),
    ...repeatedIds(options, ["options"]),
    ...repeatedAt(choices),
    ...nowhere.map(({ path }) => ({ path: [...path, "default"], message: "must be one of the choices" })),
  ];
}

interface Placed {
  path: (string | number)[];
}

function blankNames(named: readonly (Placed & { name: string })[]): MenuProblem[] {
  const blank = named.filter(({ name }) => name.trim() === "");
  return blank.map(({ path }) => ({ path: [...path, "name"], message: "must not be empty" }));
}

function repeatedIds(list: readonly { id: string }[], path: (string | number)[]): MenuProblem[] {
  return repeatedAt(list.map(({ id }, at) => ({ id, path: [...path, at] })));
}

function repeatedAt(list: readonly (Placed & { id: string })[]): MenuProblem[] {
  const repeated = list.filter(({ id }, at) => list.findIndex((each) => each.id === id) < at);
  return repeated.map(({ id, path }) => ({ path: [...path, "id"], message: `"${id}" is there already` }));
}

/** `PUT /menu/draft`: all drinks in their order. */
export const EditMenu = z
  .strictObject({ drinks: z.array(Drink).check(z.maxLength(60)) })
  .check(({ value, issues }) => {
    for (const { path, message } of problemsOf(value.drinks)) {
      issues.push({ code: "custom", path: ["drinks", ...path], message, input: value });
    }
  })
  .register(z.globalRegistry, { id: "EditMenu" });
export type EditMenu = z.infer<typeof EditMenu>;

/** `PATCH /menu/{drink}`: the drink, or one of its choices; that choice of every drink if `everywhere`. */
export const SwitchDrink = z
  .strictObject({
    available: z.boolean(),
    choice: z.optional(MenuId),
    everywhere: z.optional(z.boolean()),
  })
  .check(
    z.refine(({ choice, everywhere }) => !everywhere || choice !== undefined, {
      path: ["everywhere"],
      error: "is said of a choice only",
    }),
  )
  .register(z.globalRegistry, { id: "SwitchDrink" });
export type SwitchDrink = z.infer<typeof SwitchDrink>;

/** The drinks once a drink or a choice has been switched; the same list where that changes nothing. */
export function switchDrinks(
  drinks: Drink[],
  drinkId: string,
  { available, choice: choiceId, everywhere }: SwitchDrink,
): Drink[] {
  const isMeant = (drink: Drink) => everywhere || drink.id === drinkId;
  const switched = drinks.map((drink) => {
    if (!isMeant(drink)) return drink;
    if (choiceId === undefined) return { ...drink, available };
    return withChoices(drink, (id, was) => (id === choiceId ? available : was));
  });
  return JSON.stringify(switched) === JSON.stringify(drinks) ? drinks : switched;
}

/**
 * Drinks as available as they are on a menu: a drink and each of its choices that the menu has too, by their
 * ids, are on or off as there. What is new keeps what it says itself.
 */
export function asAvailableAs(menu: readonly Drink[], drinks: readonly Drink[]): Drink[] {
  return drinks.map((drink) => {
    const there = menu.find(({ id }) => id === drink.id);
    if (there === undefined) return drink;
    const choices = new Map(
      there.options.flatMap((group) => group.choices.map(({ id, available }) => [id, available] as const)),
    );
    const known = withChoices(drink, (id, was) => choices.get(id) ?? was);
    return { ...known, available: there.available };
  });
}

function withChoices(drink: Drink, availability: (id: string, was: boolean) => boolean): Drink {
  const options = drink.options.map((group) => ({
    ...group,
    choices: group.choices.map((choice) => ({
      ...choice,
      available: availability(choice.id, choice.available),
    })),
  }));
  return { ...drink, options };
}
