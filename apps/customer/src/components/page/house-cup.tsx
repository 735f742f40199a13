import type { Drink } from "@serverlesspresso/contracts/menu";
import { Cup } from "@serverlesspresso/ui/cup";

/** The drink of pages that have none of their own. */
export const houseDrink: Drink = {
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

interface HouseCupProps {
  fill: number;
  /** In pixels; without it, the cup of a stage. */
  size?: number;
}

export function HouseCup({ fill, size }: HouseCupProps) {
  if (size !== undefined) return <Cup drink={houseDrink} fill={fill} size={size} />;
  return <Cup drink={houseDrink} fill={fill} size="100%" standing className="h-full" />;
}
