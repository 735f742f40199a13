import type { Ports } from "../ports";
import type { OrderRow } from "./order-row";
import { patienceOf } from "./patience";
import { type CommandRequest, conflict, runCommand } from "./run-command";

/** More time to choose: as much again as it had, as often as the shop allows. */
export async function extendOrder(ports: Ports, request: CommandRequest): Promise<OrderRow> {
  return runCommand(ports, request, "extend", async (row, at) => {
    if (row.extensionsLeft === 0) throw conflict(row, "This order has had all its extra time.");
    const patience = await patienceOf(ports, row);
    return {
      by: "customer",
      message: "More time to choose.",
      event: null,
      fields: {
        extensionsLeft: row.extensionsLeft - 1,
        due: Math.max(row.due ?? at, at) + patience.customer * 1000,
      },
    };
  });
}
