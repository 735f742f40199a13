import type { Drink } from "@serverlesspresso/contracts/menu";
import type { Order } from "@serverlesspresso/contracts/order";
import { Cup } from "@serverlesspresso/ui/cup";
import { houseDrink } from "../page/house-cup";
import { fillOf } from "./follow-state";
import { NumberOnStage } from "./number-on-stage";

interface NumberAndCupProps {
  order: Order;
  /** Null when the menu does not know it, or is not here yet. */
  drink: Drink | null;
  begun: boolean;
  stale: boolean;
}

/** The order's number, and beside it the cup that fills. */
export function NumberAndCup({ order, drink, begun, stale }: NumberAndCupProps) {
  return (
    <NumberOnStage digits={String(order.number ?? "")} stale={stale}>
      <Cup
        drink={drink ?? houseDrink}
        modifiers={order.drinkOrder?.modifiers ?? []}
        fill={fillOf(order, begun)}
        size="100%"
        standing
        className="max-h-full"
      />
    </NumberOnStage>
  );
}
