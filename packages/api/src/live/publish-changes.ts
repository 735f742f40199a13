import type { EventEnvelope } from "@serverlesspresso/contracts/event";
import { log } from "../log";
import { type LiveMessage, messagesFor } from "./messages-for";

export interface LiveFeed {
  /** Sends one message to everybody on its channel; throws unless the feed has accepted it. */
  publish(message: LiveMessage): Promise<void>;
}

/** Tells everybody who may know of what an event tells. Throws if a channel did not take it, to be told again. */
export async function publishChanges(feed: LiveFeed, event: EventEnvelope): Promise<void> {
  const messages = messagesFor(event);
  await Promise.all(messages.map((message) => feed.publish(message)));
  log("info", "published", { event: event.id, type: event["detail-type"], channels: messages.length });
}
