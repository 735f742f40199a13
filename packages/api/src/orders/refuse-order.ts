import { eventType, type ShopUnavailable } from "@serverlesspresso/contracts/event";
import { log } from "../log";
import type { Ports } from "../ports";
import { changeOrder } from "./change-order";

const because = {
  closed: "The shop is closed.",
  paused: "The shop takes a break.",
  full: "The shop has as many orders as it can make now.",
} as const;

/** The workflow found no place: an order that still waits for one is cancelled; any other is left alone. */
export async function refuseOrder(
  ports: Pick<Ports, "orders" | "validator" | "bus" | "workflow" | "clock">,
  event: ShopUnavailable,
): Promise<void> {
  const ref = { eventId: event.eventId, id: event.orderId };
  const row = await changeOrder(ports, ref, (found) => {
    if (found?.state !== "REQUESTED") return null;
    return {
      move: "refuse",
      by: "shop",
      at: ports.clock.now(),
      message: because[event.cause],
      event: eventType.orderCancelled,
      fields: { cause: event.cause },
    };
  });
  log("info", "order refused", { ...ref, cause: event.cause, state: row?.state });
}
