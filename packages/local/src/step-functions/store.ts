import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Journal } from "../journal";
import { type Entry, Ledger } from "./ledger";

/** How far the journal may grow past what is live, at run time and when it is opened. */
interface CompactionLimits {
  compactBeyondBytes: number;
  compactAtOpenBytes: number;
}

const usualLimits = { compactBeyondBytes: 32 * 1024 * 1024, compactAtOpenBytes: 4 * 1024 * 1024 };

/**
 * The ledger and its journal. An entry is applied at once and durable when `append` resolves:
 * nothing may leave the service before that.
 */
export class Store {
  readonly ledger: Ledger;
  readonly #journal: Journal<Entry>;
  #liveBytes: number;
  #underWay = 0;
  #drained: (() => void) | undefined;
  #compaction: { done: Promise<void>; snapshotTaken: boolean } | undefined;

  private constructor(
    ledger: Ledger,
    journal: Journal<Entry>,
    private readonly limits: CompactionLimits,
  ) {
    this.ledger = ledger;
    this.#journal = journal;
    this.#liveBytes = journal.size;
  }

  static async open(folder: string, limits: CompactionLimits = usualLimits): Promise<Store> {
    mkdirSync(folder, { recursive: true });
    const ledger = new Ledger();
    const journal = Journal.open<Entry>(join(folder, "journal"), (entry) => ledger.apply(entry));
    const store = new Store(ledger, journal, limits);
    if (journal.size > limits.compactAtOpenBytes) await store.#compact();
    return store;
  }

  async append(entry: Entry): Promise<void> {
    this.ledger.apply(entry);
    const compaction = this.#compaction;
    // Until the snapshot is taken it will hold this entry; afterwards the entry must follow it.
    if (compaction !== undefined && !compaction.snapshotTaken) return compaction.done;
    if (compaction !== undefined) await compaction.done;
    this.#underWay += 1;
    try {
      await this.#journal.append(entry);
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#drained?.();
    }
    if (this.#journal.size > this.#liveBytes * 2 + this.limits.compactBeyondBytes) this.#startCompaction();
  }

  async close(): Promise<void> {
    await this.#compaction?.done;
    await this.#journal.close();
  }

  #startCompaction(): void {
    if (this.#compaction !== undefined) return;
    const compaction = { done: Promise.resolve(), snapshotTaken: false };
    compaction.done = this.#drain()
      .then(() => {
        compaction.snapshotTaken = true;
        return this.#compact();
      })
      .finally(() => {
        this.#compaction = undefined;
      });
    this.#compaction = compaction;
  }

  #drain(): Promise<void> {
    if (this.#underWay === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#drained = resolve;
    });
  }

  async #compact(): Promise<void> {
    await this.#journal.compact(this.ledger.snapshot());
    this.#liveBytes = this.#journal.size;
  }
}
