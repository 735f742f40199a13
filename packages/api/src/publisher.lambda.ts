import { EventEnvelope } from "@serverlesspresso/contracts/event";
import { AppSyncEvents } from "./aws/app-sync-events";
import { readEnvironment } from "./aws/environment";
import { publishChanges } from "./live/publish-changes";

const { EVENTS_URL, AWS_REGION } = readEnvironment("EVENTS_URL", "AWS_REGION");
const feed = new AppSyncEvents(EVENTS_URL, AWS_REGION);

export async function handler(event: unknown): Promise<void> {
  await publishChanges(feed, EventEnvelope.parse(event));
}
