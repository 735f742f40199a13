import type { ServerResponse } from "node:http";
import type { EventRecord, EventsSource } from "../events/recent-events";
import type { HttpRequest } from "../service";

const gatherMs = 100;

/**
 * `GET /_local/events`: the last events and their deliveries, then each change, as server-sent events of one
 * JSON list each. A reader that does not keep up misses states in between, never the last one.
 * @returns whether the request was for it
 */
export function handleEventFeed(
  source: EventsSource,
  { method, url }: HttpRequest,
  response: ServerResponse,
): boolean {
  if (method !== "GET" || url.pathname !== "/_local/events") return false;
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  const waiting = new Map<string, EventRecord>();
  let timer: NodeJS.Timeout | undefined;
  const send = () => {
    timer = undefined;
    if (response.writableNeedDrain) return;
    response.write(`data: ${JSON.stringify([...waiting.values()])}\n\n`);
    waiting.clear();
  };
  const later = () => {
    if (waiting.size > 0) timer ??= setTimeout(send, gatherMs);
  };
  for (const record of source.recent()) waiting.set(record.event.id, record);
  send();
  const stop = source.onEvent((record) => {
    waiting.set(record.event.id, record);
    for (const id of waiting.keys()) {
      if (waiting.size <= source.mostEvents) break;
      waiting.delete(id);
    }
    later();
  });
  response.on("drain", later);
  response.on("close", () => {
    stop();
    clearTimeout(timer);
  });
  return true;
}
