import { randomUUID } from "node:crypto";
import { z } from "zod";
import { parseJson } from "../json-depth";
import type { Credentials } from "./caller";
import { parseChannel } from "./channel";
import type { EventApi } from "./event-api";
import { EventError } from "./event-error";
import type { Subscriptions } from "./subscriptions";

const mostEvents = 5;
const mostBytes = 240 * 1024;

const Publish = z.object({ channel: z.string(), events: z.array(z.string()) });

export interface Published {
  successful: { identifier: string; index: number }[];
  failed: { identifier: string; index: number; code: number; message: string }[];
}

/**
 * Publishes `{channel, events}`, each event a JSON text; resolves once all subscribers were handed them.
 * @throws EventError BadRequestException, UnauthorizedException
 */
export async function publish(
  api: EventApi,
  subscriptions: Subscriptions,
  credentials: Credentials,
  request: unknown,
): Promise<Published> {
  const parsed = Publish.safeParse(request);
  if (!parsed.success) throw badRequest("channel and events are required");
  const channel = parseChannel(parsed.data.channel, false);
  const incoming = parsed.data.events.map((text) => ({ id: randomUUID(), payload: toJson(text) }));
  if (incoming.length === 0 || incoming.length > mostEvents) {
    throw badRequest(`Between 1 and ${mostEvents} events can be published at once.`);
  }
  const outgoing = await api.checkPublish(channel, credentials, incoming);
  const answer: Published = { successful: [], failed: [] };
  for (const [index, { id }] of incoming.entries()) {
    const event = outgoing.find((each) => each.id === id);
    if (event?.error !== undefined) {
      answer.failed.push({ identifier: id, index, code: 400, message: String(event.error) });
      continue;
    }
    if (event) subscriptions.publish(channel.segments, JSON.stringify(event.payload));
    answer.successful.push({ identifier: id, index });
  }
  return answer;
}

function toJson(text: string): unknown {
  if (Buffer.byteLength(text) > mostBytes) throw badRequest("An event must not be larger than 240 kB.");
  try {
    return parseJson(text);
  } catch {
    throw badRequest("Each event must be a JSON text.");
  }
}

function badRequest(message: string): EventError {
  return new EventError("BadRequestException", message);
}
