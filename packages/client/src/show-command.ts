import type { Ticket } from "@serverlesspresso/contracts/order";
import { moves } from "@serverlesspresso/contracts/order-state";
import type { OptimisticCommand } from "./merge-order";

/** A ticket as it will look when a command has been carried out: shown until the server answers. */
export function showCommand(ticket: Ticket, command: OptimisticCommand): Ticket {
  const unclaimed = { baristaName: null, baristaUserId: null };
  return { ...ticket, state: moves[command].to, ...(command === "unmake" && unclaimed) };
}
