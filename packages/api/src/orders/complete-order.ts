import { eventType } from "@serverlesspresso/contracts/event";
import type { Ports } from "../ports";
import { claimOf, refuseForeignClaim } from "./claim";
import type { OrderRow } from "./order-row";
import { patienceOf } from "./patience";
import { type CommandRequest, runCommand } from "./run-command";

/** The drink stands on the counter: said by the claimer or a manager, or by any barista of an unclaimed order. */
export async function completeOrder(ports: Ports, request: CommandRequest): Promise<OrderRow> {
  return runCommand(ports, request, "complete", async (row, at) => {
    refuseForeignClaim(row, request);
    const patience = await patienceOf(ports, row);
    const claim = row.baristaUserId === null ? await claimOf(ports, request) : {};
    return {
      by: "barista",
      message: "Ready on the counter.",
      event: eventType.orderCompleted,
      fields: { ...claim, completedAt: at, due: at + patience.collection * 1000 },
      outcome: "success",
    };
  });
}
