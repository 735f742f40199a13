import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Journal } from "../journal";
import type { Envelope } from "./envelope";

/** One event for one target of one rule. */
export interface Owed {
  readonly rule: string;
  readonly target: string;
}

export interface AcceptedEvent {
  readonly event: Envelope;
  readonly bus: string;
  /** ms since the epoch */
  readonly at: number;
  readonly owed: readonly Owed[];
}

/** An event's id and the index of one of its deliveries. */
type Done = [id: string, index: number];

interface Entry {
  accepted?: readonly AcceptedEvent[];
  done?: readonly Done[];
}

const doneDelayMs = 100;
const compactAboveBytes = 8_000_000;

/**
 * The bus's memory over a crash: events with deliveries still owed. Accepting is durable at once;
 * what is done is written with the next event or a little later, so a crash may deliver again.
 */
export class DeliveryLog {
  readonly #pending = new Map<string, { accepted: AcceptedEvent; owed: Set<number> }>();
  readonly #journal: Journal<Entry>;
  #done: Done[] = [];
  #writingDone: NodeJS.Timeout | undefined;
  #compactAbove = compactAboveBytes;
  #compacting = false;
  #closed = false;

  private constructor(dataFolder: string) {
    const folder = join(dataFolder, "events");
    mkdirSync(folder, { recursive: true });
    this.#journal = Journal.open<Entry>(join(folder, "deliveries.journal"), (entry) => {
      for (const accepted of entry.accepted ?? []) this.#add(accepted);
      for (const [id, index] of entry.done ?? []) this.#remove(id, index);
    });
  }

  static async open(dataFolder: string): Promise<DeliveryLog> {
    const log = new DeliveryLog(dataFolder);
    if (log.#journal.size > 0) await log.#journal.compact(log.#entries());
    return log;
  }

  /** Bytes on disk. */
  get size(): number {
    return this.#journal.size;
  }

  /** What is still owed, oldest event first. */
  *pending(): Iterable<{ accepted: AcceptedEvent; indexes: readonly number[] }> {
    for (const { accepted, owed } of this.#pending.values()) yield { accepted, indexes: [...owed] };
  }

  /** Resolves once the events and what they owe are durable. */
  async accept(events: readonly AcceptedEvent[]): Promise<void> {
    for (const accepted of events) this.#add(accepted);
    await this.#journal.append({ accepted: events, ...this.#takeDone() });
    if (this.#journal.size > this.#compactAbove && !this.#compacting) await this.#compact();
  }

  /** After close nothing is written any more: the next start delivers again. */
  done(id: string, index: number): void {
    if (this.#closed) return;
    this.#remove(id, index);
    this.#done.push([id, index]);
    this.#writingDone ??= setTimeout(() => this.#writeDone(), doneDelayMs);
  }

  async close(): Promise<void> {
    this.#writeDone();
    this.#closed = true;
    await this.#journal.close();
  }

  #writeDone(): void {
    const done = this.#takeDone();
    // A mark that cannot be written only means that its event is delivered again after a restart.
    if (done !== undefined) this.#journal.append(done).catch(() => {});
  }

  #takeDone(): { done: readonly Done[] } | undefined {
    clearTimeout(this.#writingDone);
    this.#writingDone = undefined;
    if (this.#done.length === 0) return undefined;
    const done = this.#done;
    this.#done = [];
    return { done };
  }

  async #compact(): Promise<void> {
    this.#compacting = true;
    try {
      await this.#journal.compact(this.#entries());
      this.#compactAbove = Math.max(compactAboveBytes, 2 * this.#journal.size);
    } finally {
      this.#compacting = false;
    }
  }

  *#entries(): Iterable<Entry> {
    for (const { accepted, owed } of this.#pending.values()) {
      const done = accepted.owed.flatMap((_, index): Done[] =>
        owed.has(index) ? [] : [[accepted.event.id, index]],
      );
      yield { accepted: [accepted], done };
    }
  }

  #add(accepted: AcceptedEvent): void {
    this.#pending.set(accepted.event.id, { accepted, owed: new Set(accepted.owed.keys()) });
  }

  #remove(id: string, index: number): void {
    const pending = this.#pending.get(id);
    pending?.owed.delete(index);
    if (pending?.owed.size === 0) this.#pending.delete(id);
  }
}
