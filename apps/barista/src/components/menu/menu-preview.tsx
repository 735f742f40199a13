"use client";

import type { Drink } from "@serverlesspresso/contracts/menu";
import { DrinkPanel } from "@serverlesspresso/ui/drink-panel";
import { DrinkShelf } from "@serverlesspresso/ui/drink-shelf";
import { nothingWanted, pickedOf } from "@serverlesspresso/ui/picked-drink";
import { useRef, useState } from "react";

/** The draft on a phone, as a customer who has a place will see it: everything can be tried. */
export function MenuPreview({ drinks }: { drinks: readonly Drink[] }) {
  const [wanted, setWanted] = useState(nothingWanted);
  const shelf = useRef<HTMLDivElement>(null);
  const menu = { version: 1, drinks: [...drinks] };
  const picked = pickedOf(menu, wanted);
  return (
    <div className="relative flex min-h-0 flex-1 justify-center overflow-y-auto bg-enamel p-4 md:p-6">
      <section
        aria-label="As customers see it"
        className="h-fit w-full max-w-98 overflow-hidden rounded-edge border-2 border-ink bg-paper px-5 py-6"
      >
        <h2 className="font-bold text-title">What would you like?</h2>
        <div ref={shelf} className="mt-4 lg:-mx-5">
          <DrinkShelf
            drinks={drinks}
            modifiersOf={(drink) => pickedOf(menu, { ...wanted, drinkId: drink.id })?.modifiers ?? []}
            value={wanted.drinkId}
            disabled={false}
            onChoose={(drinkId) => setWanted((before) => ({ ...before, drinkId }))}
          />
        </div>
        {picked && (
          <div className="pt-10">
            <DrinkPanel
              picked={picked}
              disabled={false}
              onChoose={(groupId, choiceId) =>
                setWanted((before) => ({ ...before, choices: { ...before.choices, [groupId]: choiceId } }))
              }
              onOthers={() => shelf.current?.scrollIntoView({ block: "start" })}
            />
          </div>
        )}
      </section>
    </div>
  );
}
