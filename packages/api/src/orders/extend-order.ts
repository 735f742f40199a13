import type { Ports } from "../ports";
import { shopOf } from "../shop/shop-of";
import type { OrderRow } from "./order-row";
import { type CommandRequest, conflict, runCommand } from "./run-command";

/** More time to choose: as much again as the shop gives, as often as the shop allows. */
export async function extendOrder(ports: Ports, request: CommandRequest): Promise<OrderRow> {
  return runCommand(ports, request, "extend", async (row, at) => {
    if (row.extensionsLeft === 0) throw conflict(row, "This order has had all its extra time.");
    const shop = await shopOf(ports.shops, request.ref.eventId);
    return {
      by: "customer",
      message: "More time to choose.",
      event: null,
      fields: {
        extensionsLeft: row.extensionsLeft - 1,
        due: Math.max(row.due ?? at, at) + shop.customerPatienceSeconds * 1000,
      },
    };
  });
}
