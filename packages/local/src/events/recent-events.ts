import type { AcceptedEvent } from "./delivery-log";
import type { Envelope } from "./envelope";

export const mostEvents = 500;

export type DeliveryState = "pending" | "delivered" | "retrying" | "dead-letter" | "dropped";

export interface DeliveryRecord {
  /** The rule's name. */
  readonly rule: string;
  /** The target's ARN, or its id where the rule no longer has it. */
  readonly target: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** When it came to this state; ms since the epoch. */
  readonly at: number;
  readonly error?: string;
}

/** An event of the last 500, as the console shows it. */
export interface EventRecord {
  readonly event: Envelope;
  readonly bus: string;
  /** ms since the epoch */
  readonly at: number;
  /** One for each target of each rule that matched; empty if none did. */
  readonly deliveries: readonly DeliveryRecord[];
}

export type EventListener = (record: EventRecord) => void;

/** Where the last events can be read and followed. */
export interface EventsSource {
  /** How many are kept. */
  readonly mostEvents: number;
  /** The last events with the state of their deliveries, oldest first. */
  recent(): EventRecord[];
  /**
   * Calls `listener` with each new event, and with its record again whenever a delivery changes.
   * @returns how to stop that
   */
  onEvent(listener: EventListener): () => void;
}

/** The last events and how their deliveries fare, in memory only. */
export class RecentEvents {
  readonly #records = new Map<string, EventRecord>();
  readonly #listeners = new Set<EventListener>();

  /** Oldest first. */
  list(): EventRecord[] {
    return [...this.#records.values()];
  }

  /** Calls `listener` with each new event and again whenever one of its deliveries changes. */
  onEvent(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  add({ event, bus, at }: AcceptedEvent, deliveries: readonly DeliveryRecord[]): void {
    this.#set({ event, bus, at, deliveries });
    for (const id of this.#records.keys()) {
      if (this.#records.size <= mostEvents) break;
      this.#records.delete(id);
    }
  }

  update(id: string, index: number, change: Omit<DeliveryRecord, "rule" | "target">): void {
    const record = this.#records.get(id);
    const delivery = record?.deliveries[index];
    if (record === undefined || delivery === undefined) return;
    const { rule, target } = delivery;
    this.#set({ ...record, deliveries: record.deliveries.with(index, { rule, target, ...change }) });
  }

  #set(record: EventRecord): void {
    this.#records.set(record.event.id, record);
    for (const listener of this.#listeners) listener(record);
  }
}
