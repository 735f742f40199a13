import {
  type Allergen,
  allergensOf,
  chosenOf,
  type Drink,
  type DrinkOrder,
} from "@serverlesspresso/contracts/menu";

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

/** What to make: what differs from the usual first and heavy, the usual after it, allergens in words. */
export function DrinkText({ drink, drinkOrder }: DrinkTextProps) {
  if (!drink) return <UnknownDrink drinkOrder={drinkOrder} />;
  const usual = new Set(drink.options.map((group) => group.default));
  const chosen = chosenOf(drink, drinkOrder.modifiers);
  const special = chosen.filter((choice) => !usual.has(choice.id));
  const plain = chosen.filter((choice) => usual.has(choice.id));
  const allergens = allergensOf(drink, drinkOrder.modifiers).map((allergen) => allergenWords[allergen]);
  return (
    <>
      <h3 className="font-bold text-lead">{drink.name}</h3>
      {special.length > 0 && (
        <p className="font-semibold text-copper">{special.map((choice) => choice.name).join(", ")}</p>
      )}
      {plain.length > 0 && <p className="text-soft">{plain.map((choice) => choice.name).join(", ")}</p>}
      {allergens.length > 0 && <p className="mt-1 text-note text-soft">Contains {allergens.join(", ")}</p>}
    </>
  );
}

/** A drink that has left the menu since it was ordered is told by what the order says. */
function UnknownDrink({ drinkOrder }: { drinkOrder: DrinkOrder }) {
  return (
    <>
      <h3 className="font-bold text-lead">{drinkOrder.drink}</h3>
      {drinkOrder.modifiers.length > 0 && <p className="font-semibold">{drinkOrder.modifiers.join(", ")}</p>}
      <p className="mt-1 text-note text-soft">No longer on the menu</p>
    </>
  );
}
