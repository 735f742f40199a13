import type { Drink } from "@serverlesspresso/contracts/menu";
import type { Order } from "@serverlesspresso/contracts/order";
import type { WaitEstimate } from "@serverlesspresso/contracts/shop";
import { BellRing } from "lucide-react";
import { rangeText } from "../enter/shop-notice-text";
import { choicesText, nameInSentence } from "./drink-text";
import { statusText } from "./follow-state";

interface OrderStatusProps {
  order: Order;
  drink: Drink | null;
  /** Waits again though it was begun. */
  begun: boolean;
  /** How long an order that is sent now is likely to take. */
  wait: WaitEstimate | null;
}

/** Where the order stands, announced when it changes. */
export function OrderStatus({ order, drink, begun, wait }: OrderStatusProps) {
  const ready = order.state === "COMPLETED";
  const choices = drink && choicesText(drink, order.drinkOrder?.modifiers ?? []);
  return (
    <div>
      <div role="status">
        <h1 className="flex items-start gap-3 font-bold text-title">
          {ready && <BellRing aria-hidden className="mt-0.5 size-8 shrink-0" strokeWidth={2.25} />}
          {statusText(order, nameInSentence(drink), begun)}
        </h1>
        {ready && <p className="mt-2 text-lead">Show this number at the counter.</p>}
      </div>
      {choices && <p className="mt-1 opacity-80">With {choices}.</p>}
      {order.state === "SUBMITTED" && (
        <p className="mt-1 text-soft">
          {wait
            ? `Orders take ${rangeText(wait.fromSeconds, wait.toSeconds)} at the moment.`
            : "A barista takes it as soon as one is free."}
        </p>
      )}
    </div>
  );
}
