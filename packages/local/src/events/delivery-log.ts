import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Journal } from "../journal";
import type { Failure } from "./dead-letter";
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

/** How often a delivery has failed, and when (ms) it is tried next. */
export interface Tried {
  readonly attempts: number;
  readonly deadLetterAttempts: number;
  readonly nextAt: number;
  /** Given up: only the dead-letter queue is still to be reached. */
  readonly failure?: Failure;
}

/** What a delivery still has to do; `tried` where it has failed before. */
export interface PendingDelivery {
  readonly accepted: AcceptedEvent;
  readonly index: number;
  readonly tried: Tried | undefined;
}

/** An event's id and the index of one of its deliveries. */
type Done = [id: string, index: number];

interface Entry {
  accepted?: readonly AcceptedEvent[];
  done?: readonly Done[];
  tried?: readonly [...Done, Tried];
}

const doneDelayMs = 100;
const compactAboveBytes = 8_000_000;

/**
 * The bus's memory over a crash: events with deliveries still owed. Accepting is durable at once;
 * what is done is written with the next event or a little later, so a crash may deliver again.
 */
export class DeliveryLog {
  readonly #pending = new Map<string, { accepted: AcceptedEvent; owed: Map<number, Tried | undefined> }>();
  readonly #journal: Journal<Entry>;
  #done: Done[] = [];
  #writingDone: NodeJS.Timeout | undefined;
  #closed = false;

  private constructor(dataFolder: string) {
    const folder = join(dataFolder, "events");
    mkdirSync(folder, { recursive: true });
    this.#journal = Journal.open<Entry>(join(folder, "deliveries.journal"), {
      replay: (entry) => this.#apply(entry),
      snapshot: () => this.#entries(),
      compactAboveBytes,
    });
  }

  /** @throws Error naming the file and the offset of damage */
  static open(dataFolder: string): DeliveryLog {
    return new DeliveryLog(dataFolder);
  }

  /** Bytes on disk. */
  get size(): number {
    return this.#journal.size;
  }

  /** What is still owed, oldest event first. */
  pending(): PendingDelivery[] {
    return [...this.#pending.values()].flatMap(({ accepted, owed }) =>
      [...owed].map(([index, tried]) => ({ accepted, index, tried })),
    );
  }

  /** Resolves once the events and what they owe are durable. */
  async accept(events: readonly AcceptedEvent[]): Promise<void> {
    for (const accepted of events) this.#add(accepted);
    await this.#journal.append({ accepted: events, ...this.#takeDone() });
  }

  /** Resolves once it is durable how often a delivery has failed. */
  async tried(id: string, index: number, tried: Tried): Promise<void> {
    if (this.#closed) return;
    const entry: Entry = { tried: [id, index, tried] };
    this.#apply(entry);
    await this.#journal.append(entry);
  }

  /** After close nothing is written any more: the next start delivers again. */
  done(id: string, index: number): void {
    if (this.#closed) return;
    this.#remove(id, index);
    this.#done.push([id, index]);
    this.#writingDone ??= setTimeout(() => this.#writeDone(), doneDelayMs);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#writeDone();
    this.#closed = true;
    await this.#journal.close();
  }

  #writeDone(): void {
    const done = this.#takeDone();
    if (done !== undefined) void this.#journal.append(done);
  }

  #takeDone(): { done: readonly Done[] } | undefined {
    clearTimeout(this.#writingDone);
    this.#writingDone = undefined;
    if (this.#done.length === 0) return undefined;
    const done = this.#done;
    this.#done = [];
    return { done };
  }

  *#entries(): Iterable<Entry> {
    for (const { accepted, owed } of this.#pending.values()) {
      const done = accepted.owed.flatMap((_, index): Done[] =>
        owed.has(index) ? [] : [[accepted.event.id, index]],
      );
      yield { accepted: [accepted], done };
      for (const [index, tried] of owed) if (tried) yield { tried: [accepted.event.id, index, tried] };
    }
  }

  #apply({ accepted = [], tried, done = [] }: Entry): void {
    for (const each of accepted) this.#add(each);
    if (tried !== undefined) {
      const [id, index, how] = tried;
      const owed = this.#pending.get(id)?.owed;
      if (owed?.has(index)) owed.set(index, how);
    }
    for (const [id, index] of done) this.#remove(id, index);
  }

  #add(accepted: AcceptedEvent): void {
    const owed = new Map([...accepted.owed.keys()].map((index) => [index, undefined]));
    this.#pending.set(accepted.event.id, { accepted, owed });
  }

  #remove(id: string, index: number): void {
    const pending = this.#pending.get(id);
    pending?.owed.delete(index);
    if (pending?.owed.size === 0) this.#pending.delete(id);
  }
}
