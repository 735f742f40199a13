import { eventType } from "@serverlesspresso/contracts/event";
import type { Ports } from "../ports";
import type { OrderRow } from "./order-row";
import { type CommandRequest, runCommand } from "./run-command";

/** The customer has the drink. */
export async function collectOrder(ports: Ports, request: CommandRequest): Promise<OrderRow> {
  return runCommand(ports, request, "collect", () => ({
    by: "barista",
    message: "Collected.",
    event: eventType.orderCollected,
    outcome: "success",
  }));
}
