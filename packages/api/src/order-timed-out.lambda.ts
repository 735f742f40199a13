import { createHandlerPorts } from "./aws/aws-ports";
import { TimedOutWait, timeOutOrder, type WayOn } from "./orders/time-out-order";

const ports = createHandlerPorts();

export async function handler(input: unknown): Promise<WayOn> {
  return timeOutOrder(ports, TimedOutWait.parse(input));
}
