import type { Api } from "@serverlesspresso/client/api";
import type { LiveFeed } from "@serverlesspresso/client/live-feed";
import { type LiveOrders, shownOrders, takeOrder, takeSnapshot } from "@serverlesspresso/client/merge-order";
import { channels, QueueMessage } from "@serverlesspresso/contracts/live";
import type { Ticket } from "@serverlesspresso/contracts/order";
import type { QueueView } from "./bar";
import { Bell } from "./bell";

const snapshotEveryMs = 10_000;

/** The queue of a running shop, kept as the barista's app keeps it: snapshots, and pushes in between. */
export class LiveQueue implements QueueView {
  readonly changes = new Bell();
  #list: LiveOrders<Ticket> = { orders: [], missing: {} };
  #shown: readonly Ticket[] = [];
  #polling: ReturnType<typeof setInterval> | undefined;
  #unsubscribe: (() => void) | undefined;

  /** @param api that of a barista or a manager, whose token the feed has too */
  constructor(
    private readonly api: Pick<Api, "eventId" | "tickets">,
    private readonly feed: Pick<LiveFeed, "subscribe">,
  ) {}

  tickets(): readonly Ticket[] {
    return this.#shown;
  }

  /** Reads the queue and keeps it up to date until `stop`. */
  async start(): Promise<void> {
    this.#unsubscribe = this.feed.subscribe(channels.queue(this.api.eventId), (message) => {
      const told = QueueMessage.safeParse(message);
      if (told.success) this.#keep(takeOrder(this.#list, told.data.order));
    });
    await this.#read();
    this.#polling = setInterval(() => void this.#read().catch(() => {}), snapshotEveryMs);
  }

  stop(): void {
    clearInterval(this.#polling);
    this.#unsubscribe?.();
  }

  async #read(): Promise<void> {
    const before = this.#list;
    const [open, completed] = await Promise.all([this.api.tickets("open"), this.api.tickets("completed")]);
    this.#keep(takeSnapshot(this.#list, before, [...open.orders, ...completed.orders]));
  }

  #keep(list: LiveOrders<Ticket>): void {
    this.#list = list;
    this.#shown = shownOrders(list).sort(byAge);
    this.changes.ring();
  }
}

function byAge(a: Ticket, b: Ticket): number {
  const since = ({ submittedAt }: Ticket) => submittedAt ?? "";
  return since(a).localeCompare(since(b)) || (a.number ?? 0) - (b.number ?? 0);
}
