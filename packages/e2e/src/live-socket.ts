import { connectionProtocols, subscribeFrame } from "@serverlesspresso/client/live-protocol";
import WebSocket from "ws";
import { z } from "zod";
import type { Stack } from "./stack";

const Frame = z.object({
  type: z.string(),
  id: z.string().optional(),
  errors: z.array(z.object({ errorType: z.string() })).default([]),
});
type Frame = z.infer<typeof Frame>;

/** The live feed without a screen, by AppSync Events' protocol. */
export class LiveSocket {
  readonly #waiting = new Map<string, (frame: Frame) => void>();
  #ids = 0;

  private constructor(
    private readonly socket: WebSocket,
    private readonly frameOf: (id: string, channel: string) => string,
    stack: Stack,
  ) {
    socket.on("message", (data) => {
      const text = String(data);
      stack.traffic.frame(text);
      const frame = Frame.parse(JSON.parse(text));
      this.#waiting.get(frame.id ?? "connection")?.(frame);
    });
  }

  /** Connects; answers what the feed said, and a socket if it let the token in. */
  static async open(stack: Stack, token: string): Promise<{ answer: string; feed?: LiveSocket }> {
    const { eventsUrl, eventsRealtimeUrl } = await stack.config();
    const { host } = new URL(eventsUrl);
    const socket = new WebSocket(eventsRealtimeUrl, connectionProtocols(host, token));
    await new Promise((opened, failed) => socket.once("open", opened).once("error", failed));
    const frameOf = (id: string, channel: string) => subscribeFrame(id, channel, host, token);
    const feed = new LiveSocket(socket, frameOf, stack);
    const { type, errors } = await feed.#ask("connection", JSON.stringify({ type: "connection_init" }));
    if (type === "connection_ack") return { answer: "connected", feed };
    feed.close();
    return { answer: errors.map(({ errorType }) => errorType).join() };
  }

  /** "subscribed", or the type of the refusal. */
  async subscribe(channel: string): Promise<string> {
    this.#ids += 1;
    const id = String(this.#ids);
    const { type, errors } = await this.#ask(id, this.frameOf(id, channel));
    return type === "subscribe_success" ? "subscribed" : errors.map(({ errorType }) => errorType).join();
  }

  close(): void {
    this.socket.close();
  }

  #ask(id: string, frame: string): Promise<Frame> {
    return new Promise((answered) => {
      this.#waiting.set(id, answered);
      this.socket.send(frame);
    });
  }
}
