import type { Drink } from "@serverlesspresso/contracts/menu";
import { Cup } from "@serverlesspresso/ui/cup";

/** The cup of pages that have no drink of their own. */
const houseDrink: Drink = {
  id: "house",
  name: "Cappuccino",
  description: "",
  available: true,
  temperature: "hot",
  vessel: "cup",
  recipe: [
    { ingredient: "espresso", parts: 40 },
    { ingredient: "milk", parts: 60 },
    { ingredient: "foam", parts: 60 },
  ],
  allergens: [],
  options: [],
};

export function HouseCup({ fill, size = 176 }: { fill: number; size?: number }) {
  return <Cup drink={houseDrink} fill={fill} size={size} />;
}
