import { eventType } from "@serverlesspresso/contracts/event";
import type { Ports } from "../ports";
import { claimOf } from "./claim";
import type { OrderRow } from "./order-row";
import { patienceOf } from "./patience";
import { type CommandRequest, runCommand } from "./run-command";

/** A ready drink goes back to a barista, who becomes its claimer; it keeps its age and takes no place. */
export async function recallOrder(ports: Ports, request: CommandRequest): Promise<OrderRow> {
  return runCommand(ports, request, "recall", async (row, at) => {
    const patience = await patienceOf(ports, row);
    const claim = await claimOf(ports, request);
    return {
      by: "barista",
      message: `Recalled: ${claim.baristaName} makes it again.`,
      event: eventType.orderRecalled,
      fields: { ...claim, due: at + patience.barista * 1000 },
      outcome: "Recalled",
    };
  });
}
