import {
  type Allergen,
  allergensOf,
  type Drink,
  type DrinkOrder,
  specialOf,
} from "@serverlesspresso/contracts/menu";
import { wordsOfId } from "../menu/words-of-id";
import { recipeLine } from "./recipe-line";

const allergenWords: Record<Allergen, string> = {
  milk: "milk",
  soy: "soy",
  nuts: "nuts",
  gluten: "gluten",
  oats: "oats",
};

interface DrinkTextProps {
  drink: Drink | undefined;
  drinkOrder: DrinkOrder;
}

/** What to make: what differs from the usual large, the recipe with everything in it, allergens in words. */
export function DrinkText({ drink, drinkOrder: { drink: id, modifiers } }: DrinkTextProps) {
  if (!drink) return <UnknownDrink drinkOrder={{ drink: id, modifiers }} />;
  const special = specialOf(drink, modifiers);
  const allergens = allergensOf(drink, modifiers).map((allergen) => allergenWords[allergen]);
  return (
    <>
      <h3 className="wrap-anywhere font-bold text-lead">{drink.name}</h3>
      {special.length > 0 && (
        <p className="wrap-anywhere font-bold text-copper text-lead">
          {special.map((choice) => choice.name).join(", ")}
        </p>
      )}
      <p className="mt-0.5 text-soft tabular-nums">{recipeLine(drink, modifiers)}</p>
      {allergens.length > 0 && <p className="mt-0.5 font-semibold">Contains {allergens.join(", ")}</p>}
    </>
  );
}

/** A drink that has left the menu since it was ordered is told by what the order says. */
function UnknownDrink({ drinkOrder }: { drinkOrder: DrinkOrder }) {
  return (
    <>
      <h3 className="wrap-anywhere font-bold text-lead">{wordsOfId(drinkOrder.drink)}</h3>
      {drinkOrder.modifiers.length > 0 && (
        <p className="wrap-anywhere font-bold text-lead">{drinkOrder.modifiers.map(wordsOfId).join(", ")}</p>
      )}
      <p className="mt-1 text-note text-soft">No longer on the menu</p>
    </>
  );
}
