import type { VerifyToken } from "../cognito/verify-token";
import type { Machine } from "../service";
import { type Credentials, type Identity, identify } from "./caller";
import type { Channel } from "./channel";
import type { ChannelHandlers, HandlerContext } from "./channel-handlers";
import { askSource, type DynamodbSource } from "./dynamodb-source";
import type { AuthMode, EventConfig } from "./event-api-properties";
import { EventError, unauthorized } from "./event-error";

export interface ChannelNamespace {
  readonly name: string;
  readonly handlers: ChannelHandlers | undefined;
  /** What `onSubscribe` asks, if it is a pair of request and response. */
  readonly subscribeSource: DynamodbSource | undefined;
  readonly publishModes: readonly AuthMode[] | undefined;
  readonly subscribeModes: readonly AuthMode[] | undefined;
}

export interface OutgoingEvent {
  readonly id: string;
  readonly payload: unknown;
  readonly error?: string;
}

/** The one event API of this machine: who may connect, subscribe and publish where. */
export class EventApi {
  id: string | undefined;
  #config: EventConfig | undefined;
  readonly #namespaces = new Map<string, ChannelNamespace>();
  readonly #sources = new Map<string, DynamodbSource>();

  constructor(
    private readonly machine: Machine,
    private readonly verify: VerifyToken,
  ) {}

  /** @throws Error when a second API is deployed: one host cannot tell them apart */
  describe(id: string, config: EventConfig): void {
    if (this.id !== undefined && this.id !== id) throw new Error("a second event API is not supported here");
    this.id = id;
    this.#config = config;
  }

  addSource(source: DynamodbSource): void {
    this.#sources.set(source.name, source);
  }

  /** @throws Error when there is none of that name */
  source(name: string): DynamodbSource {
    const source = this.#sources.get(name);
    if (!source) throw new Error(`there is no data source ${name}`);
    return source;
  }

  addNamespace(namespace: ChannelNamespace): void {
    this.#namespaces.set(namespace.name, namespace);
  }

  /** @throws EventError UnauthorizedException */
  async checkConnect(credentials: Credentials): Promise<void> {
    await this.#identify(this.#config?.ConnectionAuthModes, credentials);
  }

  /** @throws EventError when the mode or the namespace's `onSubscribe` refuses */
  async checkSubscribe(channel: Channel, credentials: Credentials): Promise<void> {
    const namespace = this.#namespaceOf(channel);
    const modes = namespace.subscribeModes ?? this.#config?.DefaultSubscribeAuthModes;
    const identity = await this.#identify(modes, credentials);
    const kind = namespace.handlers?.kindOf("onSubscribe");
    if (!namespace.handlers || !kind) return;
    const context = contextOf("SUBSCRIBE", channel, namespace, identity);
    if (kind === "function") namespace.handlers.run("onSubscribe", "function", context);
    else await this.#askAndCheck(namespace.handlers, namespace, context);
  }

  /**
   * The events as the namespace's `onPublish` lets them go on; all of them without one.
   * @throws EventError when the mode or the handler refuses
   */
  async checkPublish(
    channel: Channel,
    credentials: Credentials,
    events: readonly OutgoingEvent[],
  ): Promise<readonly OutgoingEvent[]> {
    const namespace = this.#namespaceOf(channel);
    const modes = namespace.publishModes ?? this.#config?.DefaultPublishAuthModes;
    const identity = await this.#identify(modes, credentials);
    if (namespace.handlers?.kindOf("onPublish") !== "function") return events;
    const context = { ...contextOf("PUBLISH", channel, namespace, identity), events };
    const result = namespace.handlers.run("onPublish", "function", context).value ?? [];
    if (!Array.isArray(result)) throw new EventError("CodeError", "onPublish must return a list of events");
    return result;
  }

  /** The pair of `onSubscribe`: what its request function asks for, its response function judges. */
  async #askAndCheck(
    handlers: ChannelHandlers,
    { name, subscribeSource }: ChannelNamespace,
    context: HandlerContext,
  ): Promise<void> {
    if (!subscribeSource) throw new Error(`${name}: onSubscribe has no data source`);
    const asked = handlers.run("onSubscribe", "request", context);
    if (asked.isEarly) return;
    const answer = await askSource(this.machine, subscribeSource, asked.value);
    handlers.run("onSubscribe", "response", { ...context, stash: asked.stash, ...answer });
    // On AWS the response function alone decides; here a check that was not made lets nobody in.
    if (answer.error) throw new Error(`${name}: onSubscribe let a failed data source pass`);
  }

  #namespaceOf({ segments }: Channel): ChannelNamespace {
    const namespace = this.#namespaces.get(segments[0] ?? "");
    if (!namespace) throw new EventError("NotFoundException", "Channel namespace does not exist.", 404);
    return namespace;
  }

  #identify(modes: readonly AuthMode[] | undefined, credentials: Credentials): Promise<Identity> {
    if (!this.#config || !modes) throw unauthorized();
    return identify(this.machine, this.verify, this.#config, modes, credentials);
  }
}

function contextOf(
  operation: "SUBSCRIBE" | "PUBLISH",
  { path, segments }: Channel,
  { name }: ChannelNamespace,
  identity: Identity,
): Record<string, unknown> {
  return {
    identity,
    info: { channel: { path, segments }, channelNamespace: { name }, operation },
    request: { headers: {}, domainName: null },
    stash: {},
    result: null,
    prev: null,
    error: null,
  };
}
