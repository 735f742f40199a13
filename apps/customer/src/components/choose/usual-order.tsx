"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { myOrdersQuery } from "@serverlesspresso/client/queries";
import type { Menu } from "@serverlesspresso/contracts/menu";
import { Cup } from "@serverlesspresso/ui/cup";
import { useQuery } from "@tanstack/react-query";
import { choicesText } from "../follow/drink-text";
import { pickedOf, type Wanted, wantedOf } from "./choice-state";

interface UsualOrderProps {
  menu: Menu;
  onTake(wanted: Wanted): void;
}

/** What this customer had last, if it can be had now: one tap. */
export function UsualOrder({ menu, onTake }: UsualOrderProps) {
  const { data: orders } = useQuery(myOrdersQuery(useApi()));
  const last = orders?.find((order) => order.drinkOrder && order.state === "COLLECTED")?.drinkOrder;
  const wanted = last ? wantedOf(menu, last) : null;
  const picked = wanted ? pickedOf(menu, wanted) : null;
  if (!wanted || !picked || picked.obstacle) return null;
  return (
    <button
      type="button"
      onClick={() => onTake(wanted)}
      className="flex w-full items-center gap-4 rounded-edge border border-edge bg-enamel p-3 text-left transition-colors hover:border-copper"
    >
      <Cup drink={picked.drink} modifiers={picked.modifiers} size={44} />
      <span>
        <span className="block font-semibold">As last time</span>
        <span className="block text-note text-soft">
          {picked.drink.name}, {choicesText(picked.drink, picked.modifiers)}
        </span>
      </span>
    </button>
  );
}
