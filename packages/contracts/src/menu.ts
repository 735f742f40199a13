import * as z from "zod/mini";

/** What a cut-open cup can show, from the bottom up. */
export const Ingredient = z.enum([
  "espresso",
  "coffee",
  "water",
  "milk",
  "foam",
  "cocoa",
  "chocolate",
  "matcha",
  "chai",
  "tea",
  "syrup",
  "cream",
  "ice",
]);
export type Ingredient = z.infer<typeof Ingredient>;

export const Vessel = z.enum(["espresso-cup", "cup", "glass", "tumbler", "paper-cup"]);
export type Vessel = z.infer<typeof Vessel>;

/** A tiny number, 1e-200 for one, is none to DynamoDB. */
const leastParts = 0.01;

/** One layer of a drink; `parts` are relative to the other layers (millilitres are a good choice). */
export const Layer = z
  .strictObject({ ingredient: Ingredient, parts: z.number().check(z.minimum(leastParts), z.maximum(1000)) })
  .register(z.globalRegistry, { id: "Layer" });
export type Layer = z.infer<typeof Layer>;

export const Allergen = z.enum(["milk", "soy", "nuts", "gluten", "oats"]);
export type Allergen = z.infer<typeof Allergen>;

/** How drinks, groups and choices are told apart: small letters, digits and hyphens. */
export const MenuId = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(40));
const Name = z.string().check(z.minLength(1), z.maxLength(40));

/** The colour that a choice gives the milk of the cup. */
export const MilkTint = z.enum(["whole", "oat", "soy", "almond", "coconut"]);
export type MilkTint = z.infer<typeof MilkTint>;

/** One way to have a drink, for example "Oat milk"; its id is unique within the drink. */
export const Choice = z
  .strictObject({
    id: MenuId,
    name: Name,
    available: z.boolean(),
    allergens: z.array(Allergen),
    milk: z.optional(MilkTint),
    adds: z.optional(Layer),
  })
  .register(z.globalRegistry, { id: "Choice" });
export type Choice = z.infer<typeof Choice>;

/** Choices of which one is taken: the named default unless the customer says otherwise. */
export const OptionGroup = z
  .strictObject({
    id: MenuId,
    name: Name,
    default: MenuId,
    choices: z.array(Choice).check(z.minLength(1), z.maxLength(12)),
  })
  .register(z.globalRegistry, { id: "OptionGroup" });
export type OptionGroup = z.infer<typeof OptionGroup>;

export const Drink = z
  .strictObject({
    id: MenuId,
    name: Name,
    description: z.string().check(z.maxLength(120)),
    available: z.boolean(),
    temperature: z.enum(["hot", "iced"]),
    vessel: Vessel,
    recipe: z.array(Layer).check(z.minLength(1), z.maxLength(8)),
    allergens: z.array(Allergen),
    options: z.array(OptionGroup).check(z.maxLength(6)),
  })
  .register(z.globalRegistry, { id: "Drink" });
export type Drink = z.infer<typeof Drink>;

export const Menu = z
  .strictObject({ version: z.int().check(z.positive()), drinks: z.array(Drink).check(z.maxLength(60)) })
  .register(z.globalRegistry, { id: "Menu" });
export type Menu = z.infer<typeof Menu>;

/** What a customer chose: a drink's id and the ids of choices that differ from the defaults or repeat them. */
export const DrinkOrder = z
  .strictObject({
    drink: z.string().check(z.minLength(1), z.maxLength(40)),
    modifiers: z._default(
      z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.maxLength(12)),
      [],
    ),
  })
  .register(z.globalRegistry, { id: "DrinkOrder" });
export type DrinkOrder = z.infer<typeof DrinkOrder>;

/** The choice taken in each group of a drink: the chosen one, else the default. */
export function chosenOf(drink: Drink, modifiers: readonly string[]): Choice[] {
  return drink.options.flatMap((group) => {
    const wanted = group.choices.find((choice) => modifiers.includes(choice.id));
    return wanted ?? group.choices.find((choice) => choice.id === group.default) ?? [];
  });
}

/** What of it is not as usual. */
export function specialOf(drink: Drink, modifiers: readonly string[]): Choice[] {
  const usual = new Set(drink.options.map((group) => group.default));
  return chosenOf(drink, modifiers).filter(({ id }) => !usual.has(id));
}

/** The allergens of a drink as chosen: its own, and those of each choice, each once. */
export function allergensOf(drink: Drink, modifiers: readonly string[]): Allergen[] {
  const all = [...drink.allergens, ...chosenOf(drink, modifiers).flatMap((choice) => choice.allergens)];
  return [...new Set(all)];
}

/**
 * A drink as it was chosen, to be kept with the order: of each group only the usual choice and the one that was
 * taken. It tells what to make when the menu has become another one since.
 */
export function orderedDrink(drink: Drink, modifiers: readonly string[]): Drink {
  const chosen = new Set(chosenOf(drink, modifiers).map(({ id }) => id));
  const options = drink.options.map((group) => ({
    ...group,
    choices: group.choices.filter(({ id }) => id === group.default || chosen.has(id)),
  }));
  return { ...drink, description: "", available: true, options };
}
