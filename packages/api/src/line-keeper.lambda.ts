import { EventEnvelope } from "@serverlesspresso/contracts/event";
import { createLinePorts } from "./aws/aws-ports";
import { keepLine } from "./line/keep-line";

const ports = createLinePorts();

export async function handler(event: unknown): Promise<void> {
  await keepLine(ports, EventEnvelope.parse(event));
}
