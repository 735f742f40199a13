"use client";

import type { Drink } from "@serverlesspresso/contracts/menu";
import { Cup } from "@serverlesspresso/ui/cup";
import { AddByName } from "./add-by-name";
import { moveBy, newDrink } from "./edit-drinks";
import { changeWords } from "./menu-changes";
import { MoveButtons } from "./move-buttons";

interface DrinkListProps {
  drinks: readonly Drink[];
  /** What customers have on their phones now. */
  published: readonly Drink[];
  chosen: string | null;
  onChoose(id: string): void;
  onChange(drinks: Drink[]): void;
}

/** The drinks of the draft in their order, each with what is new about it. */
export function DrinkList({ drinks, published, chosen, onChoose, onChange }: DrinkListProps) {
  function add(name: string): void {
    const drink = newDrink(name, drinks);
    onChange([...drinks, drink]);
    onChoose(drink.id);
  }

  return (
    <section
      aria-label="Drinks of the draft"
      className="relative shrink-0 border-hairline border-b p-4 md:w-96 md:overflow-y-auto md:border-r md:border-b-0"
    >
      <ul className="divide-y divide-hairline">
        {drinks.map((drink, at) => (
          <li key={drink.id} className="flex items-center">
            <button
              type="button"
              aria-current={drink.id === chosen ? "true" : undefined}
              onClick={() => onChoose(drink.id)}
              className="flex min-h-16 min-w-0 flex-1 items-center gap-3 rounded-edge py-1 text-left aria-[current]:text-copper"
            >
              <Cup drink={drink} size={52} className="shrink-0" />
              <span className="min-w-0">
                <span className="wrap-anywhere block font-semibold">{drink.name || "No name yet"}</span>
                <ListNote was={published.find(({ id }) => id === drink.id)} drink={drink} />
              </span>
            </button>
            {drink.id === chosen && (
              <MoveButtons
                name={drink.name}
                at={at}
                count={drinks.length}
                onMove={(by) => onChange(moveBy(drinks, at, by))}
              />
            )}
          </li>
        ))}
      </ul>
      <AddByName what="drink" onAdd={add} className="mt-4" />
    </section>
  );
}

function ListNote({ was, drink }: { was: Drink | undefined; drink: Drink }) {
  const words = changeWords(was, drink);
  if (words === "as before") return null;
  return <span className="block text-note text-soft">{was === undefined ? words : `other ${words}`}</span>;
}
