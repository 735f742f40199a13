import { eventType } from "@serverlesspresso/contracts/event";
import type { Ports } from "../ports";
import { refuseForeignClaim } from "./claim";
import type { OrderRow } from "./order-row";
import { type CommandRequest, runCommand } from "./run-command";

/** The claimer, or a manager, puts the order back into the queue. */
export async function unmakeOrder(ports: Ports, request: CommandRequest): Promise<OrderRow> {
  return runCommand(ports, request, "unmake", (row) => {
    refuseForeignClaim(row, request);
    return {
      by: "barista",
      message: "Back in the queue.",
      event: eventType.orderUnmade,
      fields: { baristaUserId: null, baristaName: null },
    };
  });
}
