import { EventEnvelope, ShopUnavailable } from "@serverlesspresso/contracts/event";
import { createHandlerPorts } from "./aws/aws-ports";
import { refuseOrder } from "./orders/refuse-order";

const ports = createHandlerPorts();

export async function handler(event: unknown): Promise<void> {
  await refuseOrder(ports, ShopUnavailable.parse(EventEnvelope.parse(event).detail));
}
