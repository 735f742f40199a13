export interface Subscription {
  readonly channel: string;
  /** Hands over one event, which is JSON text. */
  readonly deliver: (event: string) => void;
}

/** How often one subscriber is handed an event: once, unless a fault is set. */
export type CopiesOf = (event: string) => number;

/** All subscriptions of all sockets, by channel. */
export class Subscriptions {
  readonly #byChannel = new Map<string, Set<Subscription>>();

  constructor(private readonly copiesOf: CopiesOf = () => 1) {}

  add(subscription: Subscription): void {
    const others = this.#byChannel.get(subscription.channel);
    if (others) others.add(subscription);
    else this.#byChannel.set(subscription.channel, new Set([subscription]));
  }

  remove(subscription: Subscription): void {
    const others = this.#byChannel.get(subscription.channel);
    others?.delete(subscription);
    if (others?.size === 0) this.#byChannel.delete(subscription.channel);
  }

  /** Delivers to the subscribers of `segments`' channel and of each `/*` above it. */
  publish(segments: readonly string[], event: string): void {
    const above = segments.slice(1).map((_, index) => `/${segments.slice(0, index + 1).join("/")}/*`);
    for (const channel of [`/${segments.join("/")}`, ...above]) {
      for (const subscription of this.#byChannel.get(channel) ?? []) {
        for (let copies = this.copiesOf(event); copies > 0; copies -= 1) subscription.deliver(event);
      }
    }
  }
}
