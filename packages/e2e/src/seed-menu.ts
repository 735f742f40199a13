const milks = {
  id: "milk",
  name: "Milk",
  default: "whole-milk",
  choices: [
    { id: "whole-milk", name: "Whole milk", available: true, allergens: ["milk"], milk: "whole" },
    { id: "oat-milk", name: "Oat milk", available: true, allergens: ["oats"], milk: "oat" },
  ],
};

function drink(id: string, name: string, vessel: string, recipe: readonly (readonly [string, number])[]) {
  const hasMilk = recipe.some(([ingredient]) => ingredient === "milk");
  return {
    id,
    name,
    description: "As the house makes it.",
    available: true,
    temperature: "hot",
    vessel,
    recipe: recipe.map(([ingredient, parts]) => ({ ingredient, parts })),
    allergens: [],
    options: hasMilk ? [milks] : [],
  };
}

/** A small menu with milk in it. */
export const someDrinks = [
  drink("espresso", "Espresso", "espresso-cup", [["espresso", 30]]),
  drink("flat-white", "Flat white", "cup", [
    ["espresso", 60],
    ["milk", 110],
    ["foam", 10],
  ]),
  drink("latte", "Latte", "glass", [
    ["espresso", 30],
    ["milk", 200],
    ["foam", 20],
  ]),
  drink("cappuccino", "Cappuccino", "cup", [
    ["espresso", 60],
    ["milk", 60],
    ["foam", 60],
  ]),
  drink("matcha-latte", "Matcha latte", "glass", [
    ["matcha", 60],
    ["milk", 180],
  ]),
];
