import type { DrinkOrder, Menu } from "@serverlesspresso/contracts/menu";
import { Cup } from "@serverlesspresso/ui/cup";
import { type Picked, pickedOf, type Wanted, wantedOf } from "@serverlesspresso/ui/picked-drink";
import { useState } from "react";
import { choicesText } from "../follow/drink-text";

interface UsualOrderProps {
  usual: DrinkOrder;
  menu: Menu;
  disabled: boolean;
  onTake(wanted: Wanted): void;
}

/** What this customer had last, if it could be had when the menu was opened: one tap. */
export function UsualOrder({ usual, menu, disabled, onTake }: UsualOrderProps) {
  const wanted = wantedOf(menu, usual);
  const picked = pickedOf(menu, wanted);
  // Sold out since then it stays where it is, so that nothing moves under a finger.
  const [offered] = useState(picked !== null && picked.obstacle === null);
  if (!picked || !offered) return null;
  return (
    <button
      type="button"
      disabled={disabled || picked.obstacle !== null}
      onClick={() => onTake(wanted)}
      className="flex w-full items-center gap-4 rounded-edge border border-edge bg-enamel p-3 text-left transition-colors enabled:hover:border-copper enabled:active:border-copper enabled:active:bg-hairline active:duration-0 disabled:border-hairline disabled:text-soft"
    >
      <Cup drink={picked.drink} modifiers={picked.modifiers} size={44} />
      <span className="min-w-0">
        <span className="block font-semibold">As last time</span>
        <span className="block text-note text-soft">{picked.obstacle ?? asWords(picked)}</span>
      </span>
    </button>
  );
}

function asWords({ drink, modifiers }: Picked): string {
  return [drink.name, choicesText(drink, modifiers)].filter(Boolean).join(", ");
}
