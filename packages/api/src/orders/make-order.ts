import { eventType } from "@serverlesspresso/contracts/event";
import type { Ports } from "../ports";
import { claimOf } from "./claim";
import type { OrderRow } from "./order-row";
import { type CommandRequest, runCommand } from "./run-command";

/** A barista takes the order; of two who do, the second gets `order_conflict` with the first one's name. */
export async function makeOrder(ports: Ports, request: CommandRequest): Promise<OrderRow> {
  return runCommand(ports, request, "make", async () => {
    const claim = await claimOf(ports, request);
    return {
      by: "barista",
      message: `${claim.baristaName} makes it.`,
      event: eventType.orderMaking,
      fields: claim,
    };
  });
}
