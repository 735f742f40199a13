import { EventEnvelope } from "@serverlesspresso/contracts/event";
import { createLinePorts } from "./aws/aws-ports";
import { LineKeeper } from "./line/line-keeper";

const keeper = new LineKeeper(createLinePorts());

export async function handler(event: unknown): Promise<void> {
  await keeper.keep(EventEnvelope.parse(event));
}
