import type { LiveFeed } from "@serverlesspresso/client/live-feed";
import { type LiveOrders, takeOrder, takeSnapshot } from "@serverlesspresso/client/merge-order";
import { BoardMessage, CustomerMessage, channels, QueueMessage } from "@serverlesspresso/contracts/live";
import { OrderList, TicketList } from "@serverlesspresso/contracts/order";
import type { OrderState } from "@serverlesspresso/contracts/order-state";
import { feedOf } from "@serverlesspresso/simulator/node/people";
import { patiently } from "../patiently";
import type { Caller } from "./call";
import { machineOf, type Person } from "./people";

/** What every view of an order has. */
export interface Shown {
  id: string;
  state: OrderState;
  version: number;
  number: number | null;
}

/** One live message about one order, as it reached somebody. */
export interface Told {
  channel: "customer" | "queue" | "board";
  /** Who heard it. */
  sub: string;
  order: Shown;
  text: string;
}

/** What one client makes of messages and snapshots, by the same rules as the apps. */
export interface View {
  caller: Caller;
  channel: "customer" | "queue";
  list: LiveOrders<Shown>;
  /** The highest version ever shown of each order. */
  highest: Map<string, number>;
  wentBack: string[];
}

const messages = { customer: CustomerMessage, queue: QueueMessage, board: BoardMessage } as const;

/** Clients that listen, and keep what they were told. */
export class Audience {
  readonly told: Told[] = [];
  readonly views: View[] = [];
  /** Messages that are none of the contract's. */
  readonly strange: string[] = [];
  readonly #feeds: { feed: LiveFeed; who: Person; view: View; leave: (() => void)[] }[] = [];

  constructor(private readonly eventId: string) {}

  /** Lets a customer, or somebody behind the bar, listen to all that is theirs to hear. */
  async follow(who: Person): Promise<void> {
    const feed = feedOf(await machineOf(who.stack), who.session);
    const isCustomer = who.caller.role === "customer";
    const view: View = {
      ...{ caller: who.caller, channel: isCustomer ? "customer" : "queue" },
      ...{ list: { orders: [], missing: {} }, highest: new Map(), wentBack: [] },
    };
    const hear = (channel: Told["channel"], path: string, into: View | null) =>
      feed.subscribe(path, (message) => this.#hear(channel, who, message, into));
    const leave = isCustomer
      ? [hear("customer", channels.customer(who.caller.sub), view)]
      : [
          hear("queue", channels.queue(this.eventId), view),
          hear("board", channels.board(this.eventId), null),
        ];
    this.#feeds.push({ feed, who, view, leave });
    this.views.push(view);
    await isLive(feed);
  }

  /** What each takes anew after a connection was broken, or after half a minute in any case. */
  async resync(): Promise<void> {
    await Promise.all(this.#feeds.map(({ feed }) => isLive(feed)));
    await Promise.all(this.#feeds.map(({ who, view }) => takeWholeSnapshot(who, view)));
  }

  /** What a round was told is of no use to the next; the views go on. */
  forget(): void {
    this.told.length = 0;
    this.strange.length = 0;
    for (const view of this.views) {
      view.highest.clear();
      view.wentBack.length = 0;
    }
  }

  leave(): void {
    for (const { leave } of this.#feeds) for (const stop of leave) stop();
  }

  #hear(channel: Told["channel"], who: Person, message: unknown, view: View | null): void {
    const told = messages[channel].safeParse(message);
    who.stack.traffic.frame(JSON.stringify(message));
    if (!told.success) this.strange.push(`${channel}: ${JSON.stringify(message).slice(0, 200)}`);
    if (!told.success || told.data.type !== "order") return;
    const { id, state, version, number } = told.data.order;
    const order = { id, state, version, number };
    this.told.push({ channel, sub: who.caller.sub, order, text: JSON.stringify(message) });
    if (view !== null) keep(view, takeOrder(view.list, order));
  }
}

function isLive(feed: LiveFeed): Promise<void> {
  return new Promise((done) => {
    if (feed.live) return done();
    const stop = feed.onChange(() => {
      if (!feed.live) return;
      stop();
      done();
    });
  });
}

function keep(view: View, list: LiveOrders<Shown>): void {
  view.list = list;
  for (const { id, version } of list.orders) {
    const highest = view.highest.get(id) ?? 0;
    if (version < highest)
      view.wentBack.push(`${view.caller.name} saw ${id} go from ${highest} to ${version}`);
    view.highest.set(id, Math.max(highest, version));
  }
}

/** Two snapshots without an order end its place in a list: one index may lag. */
const snapshots = 2;

async function takeWholeSnapshot(who: Person, view: View): Promise<void> {
  for (let taken = 0; taken < snapshots; taken += 1) {
    const before = view.list;
    const orders = view.channel === "customer" ? await myOrders(who) : await queue(who);
    keep(view, takeSnapshot(view.list, before, orders));
  }
}

async function myOrders(who: Person): Promise<Shown[]> {
  return OrderList.parse((await patiently(() => who.call("GET", "/myOrders"))).body).orders;
}

async function queue(who: Person): Promise<Shown[]> {
  const lists = ["open", "completed"].map(async (state) =>
    TicketList.parse((await patiently(() => who.call("GET", `/orders?state=${state}`))).body),
  );
  return (await Promise.all(lists)).flatMap(({ orders }) => orders);
}
