import type { Allergen, Ingredient, MilkTint, Vessel } from "@serverlesspresso/contracts/menu";

const named = <Id extends string>(names: Record<Id, string>): { id: Id; name: string }[] =>
  Object.entries<string>(names).map(([id, name]) => ({ id: id as Id, name })); // a Record's keys are its type

/** What can be poured, from what lies at the bottom to what lies on top. */
export const ingredients = named<Ingredient>({
  syrup: "Syrup",
  chocolate: "Chocolate",
  espresso: "Espresso",
  coffee: "Filter coffee",
  matcha: "Matcha",
  chai: "Chai",
  tea: "Tea",
  water: "Water",
  milk: "Milk",
  foam: "Foam",
  cream: "Cream",
  cocoa: "Cocoa",
  ice: "Ice",
});

export const vessels = named<Vessel>({
  "espresso-cup": "Espresso cup",
  cup: "Cup",
  glass: "Glass",
  tumbler: "Tumbler",
  "paper-cup": "Paper cup",
});

export const allergens = named<Allergen>({
  milk: "Milk",
  soy: "Soy",
  nuts: "Nuts",
  gluten: "Gluten",
  oats: "Oats",
});

export const temperatures = [
  { id: "hot", name: "Hot" },
  { id: "iced", name: "Iced" },
] as const;

export const tints: readonly { id: MilkTint | "none"; name: string }[] = [
  { id: "none", name: "Leaves the milk as it is" },
  ...named<MilkTint>({
    whole: "Milk is white",
    oat: "Milk is oat",
    soy: "Milk is soy",
    almond: "Milk is almond",
    coconut: "Milk is coconut",
  }),
];

/** What a choice may bring into the cup. */
export const additions: readonly { id: Ingredient | "nothing"; name: string }[] = [
  { id: "nothing", name: "Adds nothing" },
  ...ingredients.map(({ id, name }) => ({ id, name: `Adds ${name.toLowerCase()}` })),
];
