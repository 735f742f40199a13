import type { Drink } from "@serverlesspresso/contracts/menu";
import type { Order } from "@serverlesspresso/contracts/order";
import { BellRing } from "lucide-react";
import { choicesText, nameInSentence } from "./drink-text";
import { statusText } from "./follow-state";

interface OrderStatusProps {
  order: Order;
  drink: Drink | null;
  /** Waits again though it was begun. */
  begun: boolean;
  /** Nobody is before it. */
  isNext: boolean;
}

/** Where the order stands, announced when it changes. */
export function OrderStatus({ order, drink, begun, isNext }: OrderStatusProps) {
  const ready = order.state === "COMPLETED";
  const choices = drink && choicesText(drink, order.drinkOrder?.modifiers ?? []);
  return (
    <div>
      <div role="status">
        <h1 className="flex items-start gap-3 font-bold text-title">
          {ready && <BellRing aria-hidden className="mt-0.5 size-8 shrink-0" strokeWidth={2.25} />}
          {statusText(order, nameInSentence(drink), { begun, isNext })}
        </h1>
        {ready && <p className="mt-2 text-lead">Show this number at the counter.</p>}
      </div>
      {choices && <p className="mt-1 opacity-80">With {choices}.</p>}
    </div>
  );
}
