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
  const text = statusText(order, nameInSentence(drink), { begun, isNext });
  const choices = drink && choicesText(drink, order.drinkOrder?.modifiers ?? []);
  return (
    // Room for two lines and one, whatever there is to say: what stands below stays where it is.
    <div>
      <div role="status">
        <h1 className="flex min-h-17 items-start gap-3 font-bold text-title sm:min-h-8.5">
          {ready && <BellRing aria-hidden className="mt-0.5 size-8 shrink-0" strokeWidth={2.25} />}
          <span key={text} className="arrive wrap-anywhere min-w-0 align-top">
            {text}
          </span>
        </h1>
        {ready && <p className="sr-only">Show this number at the counter.</p>}
      </div>
      <p className="mt-1 min-h-6 opacity-80">{choices && `With ${choices}.`}</p>
    </div>
  );
}
