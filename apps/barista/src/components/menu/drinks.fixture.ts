import type { Drink } from "@serverlesspresso/contracts/menu";

/** A drink for tests, called as its id. */
export function drink(id: string, changes: Partial<Drink> = {}): Drink {
  return {
    id,
    name: id,
    description: "",
    available: true,
    temperature: "hot",
    vessel: "cup",
    recipe: [{ ingredient: "espresso", parts: 30 }],
    allergens: [],
    options: [],
    ...changes,
  };
}
