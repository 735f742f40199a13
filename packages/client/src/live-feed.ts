import { connectionProtocols, type FeedMessage, parseFrame, subscribeFrame } from "./live-protocol";

const firstDelayMs = 250;
const longestDelayMs = 10_000;
const answerWithinMs = 10_000;
/** A probe costs two operations on AWS: as late as finds a dead connection before the banner's 15 s. */
const silenceMs = 9_000;
const probeWithinMs = 5_000;

/** The part of a WebSocket that the feed uses. */
export interface FeedSocket {
  addEventListener(type: "open" | "message" | "close", listener: (event: Event) => void): void;
  send(data: string): void;
  close(): void;
}

interface Ports {
  /** The socket's address, and the HTTP host that the authorization names. */
  realtimeUrl: string;
  host: string;
  /** An access token, another than the one that was refused; null while nobody is signed in. */
  token(refused: string | null): Promise<string | null>;
  open(url: string, protocols: string[]): FeedSocket;
}

type Listener = (event: unknown) => void;

/**
 * One connection to AppSync Events for all channels of an app. It reconnects by itself, finds out within
 * 15 s that a silent connection is dead, and never replays: whoever listens takes a snapshot on `onChange`.
 */
export class LiveFeed {
  readonly #channels = new Map<string, Set<Listener>>();
  /** Subscriptions on the present connection, by id. */
  readonly #subscriptions = new Map<string, { channel: string; confirmed: boolean }>();
  readonly #watchers = new Set<() => void>();
  readonly #ports: Ports;
  #socket: FeedSocket | null = null;
  #acknowledged = false;
  #live = false;
  #lastSeenAt: number | null = null;
  #token = "";
  #refused = false;
  #failures = 0;
  #nextId = 0;
  /** Raised with each connection, so that what belongs to an earlier one is dropped. */
  #attempt = 0;
  #reconnect: Timer;
  #silence: Timer;
  #deadline: Timer;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Whether every channel is subscribed and the server answers. */
  get live(): boolean {
    return this.#live;
  }

  /** When the server was last heard, in local epoch ms. */
  get lastSeenAt(): number | null {
    return this.#lastSeenAt;
  }

  /** Tells when `live` changes. */
  onChange(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Listens to a channel; the first listener opens the connection, the last one's leaving closes it. */
  subscribe(channel: string, listener: Listener): () => void {
    const listeners = this.#channels.get(channel) ?? new Set();
    this.#channels.set(channel, listeners.add(listener));
    if (!this.#socket && !this.#reconnect && this.#channels.size === 1 && listeners.size === 1)
      void this.#connect();
    else if (this.#acknowledged && listeners.size === 1) this.#add(channel);
    return () => this.#leave(channel, listener);
  }

  /** Makes sure of the connection now, for example after waking: its own timers may have slept too. */
  check(): void {
    const silentFor = Date.now() - (this.#lastSeenAt ?? 0);
    if (!this.#live || silentFor > silenceMs + probeWithinMs) this.restart();
    else void this.#probe();
  }

  /** Connects anew at once: the network came back, or somebody else has signed in. */
  restart(): void {
    this.#failures = 0;
    this.#drop();
    this.#stopWaiting();
    if (this.#channels.size > 0) void this.#connect();
  }

  #add(channel: string): void {
    this.#setLive(false);
    this.#deadline ??= setTimeout(() => this.restart(), answerWithinMs);
    this.#send(channel);
  }

  #leave(channel: string, listener: Listener): void {
    const listeners = this.#channels.get(channel);
    if (!listeners?.delete(listener) || listeners.size > 0) return;
    this.#channels.delete(channel);
    for (const [id, subscription] of this.#subscriptions) {
      if (subscription.channel !== channel) continue;
      this.#subscriptions.delete(id);
      this.#socket?.send(JSON.stringify({ type: "unsubscribe", id }));
    }
    if (this.#channels.size > 0) return;
    this.#drop();
    this.#stopWaiting();
  }

  async #connect(): Promise<void> {
    this.#reconnect = undefined;
    const attempt = ++this.#attempt;
    // Browsers tell nothing of a refused handshake: from the second failure on, the token is suspected too.
    const suspected = this.#refused || this.#failures === 2;
    this.#deadline = setTimeout(() => this.#retry(), answerWithinMs);
    const token = await this.#ports.token(suspected ? this.#token : null).catch(() => null);
    if (attempt !== this.#attempt) return;
    if (!token) return this.#retry();
    this.#refused = false;
    this.#token = token;
    const socket = this.#ports.open(this.#ports.realtimeUrl, connectionProtocols(this.#ports.host, token));
    this.#socket = socket;
    const whileCurrent = (act: (event: Event) => void) => (event: Event) => {
      if (attempt === this.#attempt) act(event);
    };
    socket.addEventListener(
      "open",
      whileCurrent(() => socket.send(JSON.stringify({ type: "connection_init" }))),
    );
    socket.addEventListener(
      "close",
      whileCurrent(() => this.#retry()),
    );
    socket.addEventListener(
      "message",
      whileCurrent((event) => this.#receive(parseFrame("data" in event ? event.data : undefined))),
    );
  }

  #receive(message: FeedMessage): void {
    this.#lastSeenAt = Date.now();
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => void this.#probe(), silenceMs);
    if (this.#live) this.#answered();
    if (message.type === "connection_ack") this.#acknowledge();
    if (message.type === "subscribe_success") this.#confirm(message.id);
    if (message.type === "data") this.#deliver(message.id, message.events);
    if (message.type === "connection_error" || message.type === "subscribe_error") {
      this.#refused = true;
      this.#retry();
    }
  }

  #acknowledge(): void {
    this.#acknowledged = true;
    for (const channel of this.#channels.keys()) this.#send(channel);
  }

  #deliver(id: string, events: readonly unknown[]): void {
    const channel = this.#subscriptions.get(id)?.channel;
    for (const listener of (channel && this.#channels.get(channel)) || []) {
      for (const event of events) listener(event);
    }
  }

  #confirm(id: string): void {
    const subscription = this.#subscriptions.get(id);
    if (!subscription) return;
    subscription.confirmed = true;
    // A probe has subscribed its channel a second time: from now on the new one counts.
    for (const [otherId, other] of this.#subscriptions) {
      if (otherId === id || other.channel !== subscription.channel || !other.confirmed) continue;
      this.#subscriptions.delete(otherId);
      this.#socket?.send(JSON.stringify({ type: "unsubscribe", id: otherId }));
    }
    if (this.#live || [...this.#subscriptions.values()].some(({ confirmed }) => !confirmed)) return;
    this.#failures = 0;
    this.#answered();
    this.#setLive(true);
  }

  #send(channel: string): void {
    const id = String(++this.#nextId);
    this.#subscriptions.set(id, { channel, confirmed: false });
    this.#socket?.send(subscribeFrame(id, channel, this.#ports.host, this.#token));
  }

  /** Subscribes a channel anew: the server must answer, whatever it answers. */
  async #probe(): Promise<void> {
    if (!this.#live || this.#deadline) return;
    this.#deadline = setTimeout(() => this.restart(), probeWithinMs);
    const attempt = this.#attempt;
    const token = await this.#ports.token(null).catch(() => null);
    const [channel] = this.#channels.keys();
    if (attempt !== this.#attempt || !channel) return;
    this.#token = token ?? this.#token;
    this.#send(channel);
  }

  #answered(): void {
    clearTimeout(this.#deadline);
    this.#deadline = undefined;
  }

  #retry(): void {
    this.#drop();
    if (this.#reconnect || this.#channels.size === 0) return;
    const delay = Math.min(firstDelayMs * 2 ** this.#failures, longestDelayMs);
    this.#failures += 1;
    // Up to a quarter more, so that a shop's phones do not all come back in the same instant.
    this.#reconnect = setTimeout(() => void this.#connect(), delay * (1 + Math.random() / 4));
  }

  #stopWaiting(): void {
    clearTimeout(this.#reconnect);
    this.#reconnect = undefined;
  }

  #drop(): void {
    this.#attempt += 1;
    clearTimeout(this.#silence);
    this.#answered();
    this.#subscriptions.clear();
    this.#acknowledged = false;
    this.#socket?.close();
    this.#socket = null;
    this.#setLive(false);
  }

  #setLive(live: boolean): void {
    if (this.#live === live) return;
    this.#live = live;
    for (const watcher of this.#watchers) watcher();
  }
}

type Timer = ReturnType<typeof setTimeout> | undefined;
