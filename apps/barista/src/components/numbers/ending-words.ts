import type { OrderCause } from "@serverlesspresso/contracts/order-state";
import type { Ending } from "@serverlesspresso/contracts/stats";

const words: Record<OrderCause, { choosing: string; submitted: string }> = {
  closed: { choosing: "The shop was closed", submitted: "The shop was closed" },
  paused: { choosing: "The shop was paused", submitted: "The shop was paused" },
  full: { choosing: "The bar was full", submitted: "The bar was full" },
  customer: { choosing: "Left by the customer while choosing", submitted: "Called off by the customer" },
  barista: { choosing: "Called off by a barista", submitted: "Called off by a barista" },
  timeout: { choosing: "Nothing chosen in time", submitted: "Not made in time" },
};

/** Why orders ended without a drink, in the words of the bar. */
export function endingWords({
  cause,
  submitted,
  reason,
}: Pick<Ending, "cause" | "submitted" | "reason">): string {
  return reason ?? words[cause][submitted ? "submitted" : "choosing"];
}
