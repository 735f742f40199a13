import { AppError } from "@serverlesspresso/contracts/error";
import { eventType } from "@serverlesspresso/contracts/event";
import { cancellableByOwner } from "@serverlesspresso/contracts/order-state";
import type { Ports } from "../ports";
import type { OrderRow } from "./order-row";
import { type CommandRequest, conflict, runCommand } from "./run-command";

/**
 * By its owner until it is being made, by a barista until it is ready. A barista says why, else
 * `invalid_request`; an order of their own they may cancel as its owner.
 */
export async function cancelOrder(
  ports: Ports,
  request: CommandRequest,
  reason: string | undefined,
): Promise<OrderRow> {
  return runCommand(ports, request, "cancel", (row) => ({
    ...whoCancels(row, request, reason),
    event: eventType.orderCancelled,
    outcome: "Cancelled",
  }));
}

function whoCancels(row: OrderRow, { caller }: CommandRequest, reason: string | undefined) {
  const isBarista = caller.roles.has("barista");
  if (isBarista && reason !== undefined) {
    const message = `Cancelled by a barista: ${reason}`;
    return { by: "barista", message, fields: { cause: "barista", reason } } as const;
  }
  if (row.userId === caller.sub && cancellableByOwner.includes(row.state)) {
    return { by: "customer", message: "Cancelled by the customer.", fields: { cause: "customer" } } as const;
  }
  if (isBarista)
    throw new AppError("invalid_request", "Please say why it is cancelled.", { field: "reason" });
  throw conflict(row, "It is being made already.");
}
