import type { WebSocket } from "ws";
import { z } from "zod";
import { parseJson } from "../json-depth";
import type { Machine } from "../service";
import type { Credentials } from "./caller";
import { parseChannel } from "./channel";
import type { EventApi } from "./event-api";
import { EventError, errorList } from "./event-error";
import { publish } from "./publish";
import type { Subscription, Subscriptions } from "./subscriptions";

const connectionTimeoutMs = 300_000;
const keepAliveMs = 60_000;
const longestLifeMs = 24 * 3_600_000;
/** Nobody says nothing for so long who wants to connect. */
const silentMs = 30_000;
const mostSubscriptions = 100;
/** A peer that reads this much too slowly is cut off; it takes a snapshot when it is back. */
const mostUnsentBytes = 4 * 1024 * 1024;

const errorTypes: Record<string, string> = {
  connection_init: "connection_error",
  subscribe: "subscribe_error",
  unsubscribe: "unsubscribe_error",
  publish: "publish_error",
};

const Message = z.object({
  type: z.string(),
  id: z.string().min(1).max(128).optional(),
  channel: z.unknown().optional(),
  events: z.unknown().optional(),
  authorization: z.object({ Authorization: z.string().optional() }).optional(),
});
type Message = z.infer<typeof Message>;

export interface Realtime {
  readonly machine: Machine;
  readonly api: EventApi;
  readonly subscriptions: Subscriptions;
}

/** One client's connection, from `connection_init` on; AWS closes it after a day. */
export class RealtimeSocket {
  /** By id; empty until the token was checked. */
  readonly #subscribed = new Map<string, { subscription?: Subscription }>();
  #isConnected = false;
  #cancelTimers: (() => void)[] = [];

  constructor(
    private readonly realtime: Realtime,
    private readonly socket: WebSocket,
    private readonly credentials: Credentials,
  ) {
    socket.on("message", (data) => this.#receive(String(data)));
    socket.on("close", () => this.#end());
    // An error is followed by "close".
    socket.on("error", () => socket.terminate());
    const { clock } = realtime.machine;
    this.#cancelTimers = [clock.at(clock.now() + silentMs, () => socket.close(1000))];
  }

  #receive(text: string): void {
    const message = parseMessage(text);
    if (!message) {
      this.#send({
        type: "error",
        errors: [{ errorType: "BadRequestException", message: "Invalid message" }],
      });
      return;
    }
    void this.#handle(message).catch((cause: unknown) => this.#refuse(message, cause));
  }

  #refuse({ type, id }: Message, cause: unknown): void {
    if (!(cause instanceof EventError))
      this.realtime.machine.log(`appsync: ${type} failed: ${String(cause)}`);
    this.#send({ type: errorTypes[type] ?? "error", id, errors: errorList(cause) });
    if (type === "connection_init") this.socket.close(1000);
  }

  async #handle(message: Message): Promise<void> {
    this.realtime.machine.meter.add("appsync.operations");
    if (message.type === "connection_init") return this.#connect();
    if (!this.#isConnected) throw new EventError("UnauthorizedException", "The connection is not open yet.");
    const { id } = message;
    if (id === undefined) throw new EventError("BadRequestException", "id is required");
    if (message.type === "subscribe") return this.#subscribe(id, message);
    if (message.type === "unsubscribe") return this.#unsubscribe(id);
    if (message.type === "publish") return this.#publish(id, message);
    throw new EventError("UnsupportedOperation", "Operation not supported through the realtime channel");
  }

  async #connect(): Promise<void> {
    const { api, machine } = this.realtime;
    await api.checkConnect(this.credentials);
    // The client may have left while its token was checked.
    if (this.#isConnected || this.socket.readyState !== this.socket.OPEN) return;
    this.#isConnected = true;
    for (const cancel of this.#cancelTimers) cancel();
    this.#send({ type: "connection_ack", connectionTimeoutMs });
    const endOfLife = machine.clock.at(machine.clock.now() + longestLifeMs, () => this.socket.close(1000));
    this.#cancelTimers = [endOfLife];
    this.#keepAlive();
  }

  #keepAlive(): void {
    const { clock } = this.realtime.machine;
    this.#cancelTimers[1] = clock.at(clock.now() + keepAliveMs, () => {
      this.#send({ type: "ka" });
      this.#keepAlive();
    });
  }

  async #subscribe(id: string, message: Message): Promise<void> {
    if (this.#subscribed.has(id)) {
      throw new EventError("DuplicatedOperationError", `Duplicated operation with id ${id}`);
    }
    if (this.#subscribed.size >= mostSubscriptions) {
      throw new EventError(
        "MaxSubscriptionsReachedError",
        `Max number of ${mostSubscriptions} subscriptions reached`,
      );
    }
    const entry: { subscription?: Subscription } = {};
    this.#subscribed.set(id, entry);
    try {
      const channel = parseChannel(message.channel, true);
      await this.realtime.api.checkSubscribe(channel, this.#credentialsOf(message));
      // The client may have left, or unsubscribed, while its token was checked.
      if (this.#subscribed.get(id) !== entry) return;
      const deliver = (event: string): void => {
        this.realtime.machine.meter.add("appsync.operations");
        this.#send({ type: "data", id, event });
      };
      entry.subscription = { channel: channel.path, deliver };
      this.realtime.subscriptions.add(entry.subscription);
    } catch (cause) {
      if (this.#subscribed.get(id) === entry) this.#subscribed.delete(id);
      throw cause;
    }
    this.#send({ type: "subscribe_success", id });
  }

  #unsubscribe(id: string): void {
    const entry = this.#subscribed.get(id);
    if (!entry) throw new EventError("UnknownOperationError", `Unknown operation id ${id}`);
    this.#subscribed.delete(id);
    if (entry.subscription) this.realtime.subscriptions.remove(entry.subscription);
    this.#send({ type: "unsubscribe_success", id });
  }

  async #publish(id: string, message: Message): Promise<void> {
    const { api, subscriptions } = this.realtime;
    const answer = await publish(api, subscriptions, this.#credentialsOf(message), message);
    this.#send({ type: "publish_success", id, ...answer });
  }

  #credentialsOf({ authorization }: Message): Credentials {
    return { authorization: authorization?.Authorization, peer: this.credentials.peer };
  }

  #send(message: object): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > mostUnsentBytes) this.socket.terminate();
    else this.socket.send(JSON.stringify(message));
  }

  #end(): void {
    for (const cancel of this.#cancelTimers) cancel();
    for (const { subscription } of this.#subscribed.values()) {
      if (subscription) this.realtime.subscriptions.remove(subscription);
    }
    this.#subscribed.clear();
  }
}

function parseMessage(text: string): Message | undefined {
  try {
    return Message.parse(parseJson(text));
  } catch {
    return undefined;
  }
}
