import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { stopUnwritten } from "../durable-file";
import { Journal } from "../journal";
import { Archive } from "./archive";
import { type Entry, type Execution, type Finished, Ledger } from "./ledger";
import { initialProgress, reduce } from "./progress";

const compactAboveBytes = 4_000_000;
const archiveAfterMs = 200;
const dayMs = 86_400_000;

/** How many finished executions are kept at least, and how long; AWS keeps all of 90 days. */
export interface Retention {
  readonly atLeast: number;
  readonly days: number;
}

const usualRetention: Retention = { atLeast: 20_000, days: 90 };

/**
 * The ledger, its journal, and the archive of what is over. An entry is applied at once and durable when
 * `append` resolves: nothing may leave the service before that.
 */
export class Store {
  readonly ledger = new Ledger();
  readonly #journal: Journal<Entry>;
  readonly #archive: Archive;
  #over: Execution[];
  #timer: NodeJS.Timeout | undefined;
  #archiving: Promise<void> = Promise.resolve();
  #isClosed = false;

  private constructor(
    folder: string,
    private readonly now: () => number,
    private readonly retention: Retention,
  ) {
    mkdirSync(folder, { recursive: true });
    const { ledger } = this;
    this.#journal = Journal.open<Entry>(join(folder, "journal"), {
      replay: (entry) => ledger.apply(entry),
      snapshot: () => ledger.snapshot(),
      compactAboveBytes,
    });
    const places = [...ledger.finished.values()].map(({ place }) => place);
    this.#archive = Archive.open(join(folder, "finished"), places);
    this.#over = [...ledger.executions.values()].filter(({ progress }) => progress.status !== "RUNNING");
    if (this.#over.length > 0) this.#archiveSoon();
  }

  /** @throws Error naming the file and the offset of damage */
  static open(folder: string, now: () => number, retention = usualRetention): Store {
    return new Store(folder, now, retention);
  }

  async append(entry: Entry): Promise<void> {
    this.ledger.apply(entry);
    await this.#journal.append(entry);
    if (entry.type !== "events" && entry.type !== "execution") return;
    const execution = this.ledger.executions.get(entry.type === "events" ? entry.arn : entry.header.arn);
    if (execution === undefined || execution.progress.status === "RUNNING") return;
    this.#over.push(execution);
    this.#archiveSoon();
  }

  /** A finished execution with its history. @throws Error naming the file and offset where it is damaged */
  async read({ place }: Finished): Promise<Execution> {
    const { header, events } = await this.#archive.read(place);
    return { header, events, progress: events.reduce(reduce, initialProgress) };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#archiving;
    await this.#journal.close();
    this.#archive.close();
  }

  #archiveSoon(): void {
    if (this.#isClosed) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#archiving = this.#archiving
        .then(() => this.#archiveAll())
        .catch((cause) => stopUnwritten(this.#archive.file, cause));
    }, archiveAfterMs);
  }

  /** First the archive, then the journal: a crash between the two only archives once more. */
  async #archiveAll(): Promise<void> {
    const over = this.#over.splice(0);
    const before = this.#archive.current;
    const places = await this.#archive.append(over.map(({ header, events }) => ({ header, events })));
    const finished = over.flatMap((execution, index) => {
      const place = places[index];
      return place === undefined ? [] : { ...summaryOf(execution), place };
    });
    await this.append({ type: "archived", finished });
    if (this.#archive.current === before) return;
    for (const segment of this.#outdated()) {
      await this.append({ type: "forgotten", segment });
      this.#archive.drop(segment);
    }
  }

  /** The oldest segments that hold only what is too old, or more than is kept. */
  #outdated(): number[] {
    const { finished } = this.ledger;
    const since = this.now() - this.retention.days * dayMs;
    const segments = new Map<number, { count: number; newest: number }>();
    for (const { place, stoppedAt } of finished.values()) {
      const { count, newest } = segments.get(place.segment) ?? { count: 0, newest: 0 };
      segments.set(place.segment, { count: count + 1, newest: Math.max(newest, stoppedAt) });
    }
    const outdated: number[] = [];
    let left = finished.size;
    for (const [segment, { count, newest }] of segments) {
      if (segment === this.#archive.current) break;
      if (newest >= since && left - count < this.retention.atLeast) break;
      left -= count;
      outdated.push(segment);
    }
    return outdated;
  }
}

/** What is told of an execution in lists. */
export function summaryOf({ header, progress }: Execution): Omit<Finished, "place"> {
  const { arn, name, machineArn, definitionHash, sequence, startedAt } = header;
  const { status, outcome } = progress;
  const stoppedAt = outcome?.stoppedAt ?? 0;
  return { arn, name, machineArn, definitionHash, sequence, startedAt, status, stoppedAt };
}
