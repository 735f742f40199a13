import type { Drink } from "@serverlesspresso/contracts/menu";
import type { Order } from "@serverlesspresso/contracts/order";
import { Cup } from "@serverlesspresso/ui/cup";
import { houseDrink } from "../page/house-cup";
import { fillOf } from "./follow-state";

interface NumberAndCupProps {
  order: Order;
  /** Null when the menu does not know it, or is not here yet. */
  drink: Drink | null;
  begun: boolean;
  stale: boolean;
}

/** As tall as their count of digits lets them stand beside the cup. */
const sizes = ["text-huge", "text-huge", "text-huge", "text-[calc(var(--text-huge)*0.68)]"] as const;

/** The number to show at the counter, and beside it the cup that fills. */
export function NumberAndCup({ order, drink, begun, stale }: NumberAndCupProps) {
  const digits = String(order.number ?? "");
  const modifiers = order.drinkOrder?.modifiers ?? [];
  return (
    // On a wide screen each stands above the column that tells of it.
    <div className="flex h-full w-full max-w-xl items-end justify-between gap-2 pl-5 sm:grid sm:max-w-6xl sm:grid-cols-2 sm:grid-rows-1 sm:gap-x-16 sm:px-5">
      <p
        data-testid="order-number"
        className={`numerals leading-[0.7] ${sizes[digits.length] ?? "text-number"}`}
      >
        <span className="sr-only">Order </span>
        {digits}
      </p>
      <div
        className={`flex h-full min-w-0 max-w-1/2 items-end pr-1 sm:w-60 sm:max-w-none sm:pr-0 transition-[filter] ${stale ? "grayscale" : ""}`}
      >
        <Cup
          drink={drink ?? houseDrink}
          modifiers={modifiers}
          fill={fillOf(order, begun)}
          size="100%"
          standing
          className="max-h-full"
        />
      </div>
    </div>
  );
}
