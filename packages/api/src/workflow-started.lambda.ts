import { EventEnvelope, WaitEvent } from "@serverlesspresso/contracts/event";
import { createHandlerPorts } from "./aws/aws-ports";
import { enterWait } from "./orders/enter-wait";

const ports = createHandlerPorts();

export async function handler(event: unknown): Promise<void> {
  const { detail, time } = EventEnvelope.parse(event);
  await enterWait(ports, WaitEvent.parse(detail), "customer", Date.parse(time));
}
