import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Journal } from "../journal";
import { AuthSession, Grant, Group, PoolRecord, User } from "./records";

const Entry = z.object({
  table: z.enum(["pools", "users", "groups", "sessions", "grants"]),
  id: z.string(),
  /** Missing when the row was deleted. */
  row: z.unknown().optional(),
});
type Entry = z.infer<typeof Entry>;

const compactAboveBytes = 1_000_000;

/** Rows by id in memory; a change resolves once it is durable, and is visible at once. */
export class Table<Row> {
  readonly #rows = new Map<string, Row>();

  constructor(
    readonly name: Entry["table"],
    readonly schema: z.ZodType<Row>,
    private readonly append: (entry: Entry) => Promise<void>,
  ) {}

  get(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  /** Oldest first. */
  rows(): IterableIterator<Row> {
    return this.#rows.values();
  }

  entries(): IterableIterator<[string, Row]> {
    return this.#rows.entries();
  }

  get size(): number {
    return this.#rows.size;
  }

  put(id: string, row: Row): Promise<void> {
    this.#rows.set(id, row);
    return this.append({ table: this.name, id, row });
  }

  async delete(id: string): Promise<void> {
    if (this.#rows.delete(id)) await this.append({ table: this.name, id });
  }

  /** Drops the oldest rows from memory while `isOver` holds; they leave the disk when the journal is compacted. */
  prune(isOver: (row: Row) => boolean): void {
    for (const [id, row] of this.#rows) {
      if (!isOver(row)) return;
      this.#rows.delete(id);
    }
  }

  replay(id: string, row: unknown): void {
    if (row === undefined) this.#rows.delete(id);
    else this.#rows.set(id, this.schema.parse(row));
  }
}

/** Everything of Cognito that outlives the process. */
export class CognitoStore {
  readonly #append = (entry: Entry): Promise<void> => this.#journal.append(entry);
  readonly pools = new Table("pools", PoolRecord, this.#append);
  readonly users = new Table("users", User, this.#append);
  readonly groups = new Table("groups", Group, this.#append);
  readonly sessions = new Table("sessions", AuthSession, this.#append);
  readonly grants = new Table("grants", Grant, this.#append);
  readonly #journal: Journal<Entry>;

  private constructor(file: string) {
    this.#journal = Journal.open<Entry>(file, {
      replay: (stored) => {
        const { table, id, row } = Entry.parse(stored);
        this[table].replay(id, row);
      },
      snapshot: () => this.#liveEntries(),
      compactAboveBytes,
    });
  }

  /**
   * Opens the store below `folder` and drops what has expired.
   * @throws Error naming the file and the offset of damage
   */
  static open(folder: string, now: number): CognitoStore {
    mkdirSync(folder, { recursive: true });
    const store = new CognitoStore(join(folder, "cognito.journal"));
    store.dropExpired(now);
    return store;
  }

  /** Sign-ins that nobody finished and grants that have run out; called as new ones are made. */
  dropExpired(now: number): void {
    const hour = 3_600_000;
    this.sessions.prune((session) => session.expiresAt + hour < now);
    this.grants.prune((grant) => grant.expiresAt < now);
  }

  close(): Promise<void> {
    return this.#journal.close();
  }

  *#liveEntries(): Generator<Entry> {
    for (const table of [this.pools, this.users, this.groups, this.sessions, this.grants]) {
      for (const [id, row] of table.entries()) yield { table: table.name, id, row };
    }
  }
}
