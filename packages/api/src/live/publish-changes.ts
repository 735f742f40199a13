import { setTimeout as wait } from "node:timers/promises";
import type { EventEnvelope } from "@serverlesspresso/contracts/event";
import { errorFields, log } from "../log";
import { type LiveMessage, messagesFor } from "./messages-for";

/** The function's own retry comes a minute later: a passing fault is met here, while people still look. */
const pausesMs = [50, 250, 1_000];

export interface LiveFeed {
  /** Sends one message to everybody on its channel; throws unless the feed has accepted it. */
  publish(message: LiveMessage): Promise<void>;
}

/** Tells everybody who may know of what an event tells. Throws if a channel did not take it, to be told again. */
export async function publishChanges(
  feed: LiveFeed,
  event: EventEnvelope,
  pauses: readonly number[] = pausesMs,
): Promise<void> {
  const messages = messagesFor(event);
  const publish = async (message: LiveMessage): Promise<void> => {
    for (const pause of pauses) {
      try {
        await feed.publish(message);
        return;
      } catch (error) {
        log("warn", "publishing again", { event: event.id, ...errorFields(error) });
        await wait(pause);
      }
    }
    await feed.publish(message);
  };
  await Promise.all(messages.map(publish));
  log("info", "published", { event: event.id, type: event["detail-type"], channels: messages.length });
}
