import type { Order } from "@serverlesspresso/contracts/order";
import type { WaitEstimate } from "@serverlesspresso/contracts/shop";
import { rangeText } from "../enter/shop-notice-text";
import { statusText } from "./follow-state";

interface OrderStatusProps {
  order: Order;
  /** Its name within a sentence. */
  drink: string;
  /** How long an order that is sent now is likely to take. */
  wait: WaitEstimate | null;
}

/** Where the order stands, announced when it changes. */
export function OrderStatus({ order, drink, wait }: OrderStatusProps) {
  const ready = order.state === "COMPLETED";
  return (
    <div role="status" className="min-h-20">
      <h1 className="font-bold text-title">{statusText(order, drink)}</h1>
      {ready && <p className="mt-1 text-lead">Show this number at the counter.</p>}
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
