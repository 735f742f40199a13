import * as z from "zod/mini";

const Frame = z.discriminatedUnion("type", [
  z.object({ type: z.literal("connection_ack") }),
  z.object({ type: z.literal("connection_error") }),
  z.object({ type: z.literal("subscribe_success"), id: z.string() }),
  z.object({ type: z.literal("subscribe_error"), id: z.string() }),
  z.object({ type: z.literal("data"), id: z.string(), event: z.union([z.string(), z.array(z.string())]) }),
]);

/** What the server said; `events` are the published messages, parsed as JSON. */
export type FeedMessage =
  | { type: "connection_ack" }
  | { type: "connection_error" }
  | { type: "subscribe_success"; id: string }
  | { type: "subscribe_error"; id: string }
  | { type: "data"; id: string; events: readonly unknown[] }
  | { type: "other" };

/** The subprotocols that open a connection: the authorization travels in the second. */
export function connectionProtocols(host: string, token: string): string[] {
  const authorization = btoa(JSON.stringify({ Authorization: token, host }));
  const base64url = authorization.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return ["aws-appsync-event-ws", `header-${base64url}`];
}

/** The frame that subscribes a channel. */
export function subscribeFrame(id: string, channel: string, host: string, token: string): string {
  return JSON.stringify({ type: "subscribe", id, channel, authorization: { Authorization: token, host } });
}

/** Reads one frame; what is not understood, keep-alives included, is `other`. */
export function parseFrame(data: unknown): FeedMessage {
  const frame = Frame.safeParse(jsonOf(data));
  if (!frame.success) return { type: "other" };
  if (frame.data.type !== "data") return frame.data;
  return { type: "data", id: frame.data.id, events: [frame.data.event].flat().map(jsonOf) };
}

function jsonOf(text: unknown): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
