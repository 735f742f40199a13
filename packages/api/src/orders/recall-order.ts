import { eventType } from "@serverlesspresso/contracts/event";
import type { Ports } from "../ports";
import { shopOf } from "../shop/shop-of";
import { claimOf } from "./claim";
import type { OrderRow } from "./order-row";
import { type CommandRequest, runCommand } from "./run-command";

/** A ready drink goes back to a barista, who becomes its claimer; it keeps its age and takes no place. */
export async function recallOrder(ports: Ports, request: CommandRequest): Promise<OrderRow> {
  return runCommand(ports, request, "recall", async (_row, at) => {
    const shop = await shopOf(ports.shops, request.ref.eventId);
    const claim = await claimOf(ports, request);
    return {
      by: "barista",
      message: `Recalled: ${claim.baristaName} makes it again.`,
      event: eventType.orderRecalled,
      fields: { ...claim, due: at + shop.baristaPatienceSeconds * 1000 },
      outcome: "Recalled",
    };
  });
}
