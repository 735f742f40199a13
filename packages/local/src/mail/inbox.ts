import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Journal } from "../journal";
import type { Mail } from "./mail";

export interface InboxEntry {
  readonly to: string;
  readonly code: string;
  readonly at: number;
}

const mostEntries = 1000;
const mostShown = 200;
const compactAboveBytes = 250_000;

/** The last codes that were sent, newest first, over restarts; older ones fall out. */
export class Inbox {
  #entries: InboxEntry[] = [];
  readonly #journal: Journal<InboxEntry>;

  /** @throws Error naming the file and the offset of damage */
  constructor(dataFolder: string) {
    const folder = join(dataFolder, "mail");
    mkdirSync(folder, { recursive: true });
    this.#journal = Journal.open<InboxEntry>(join(folder, "inbox.journal"), {
      replay: (entry) => this.#add(entry),
      snapshot: () => this.#entries.toReversed(),
      compactAboveBytes,
    });
  }

  /** Resolves once the code is durable; it is shown at once. */
  receive({ to, code, at }: Mail): Promise<void> {
    const entry = { to, code, at };
    this.#add(entry);
    return this.#journal.append(entry);
  }

  /** The newest entries, of one address or of all. */
  list(to?: string): readonly InboxEntry[] {
    const address = to?.toLowerCase();
    return this.#entries
      .filter((entry) => address === undefined || entry.to.toLowerCase() === address)
      .slice(0, mostShown);
  }

  close(): Promise<void> {
    return this.#journal.close();
  }

  /** A code that is replayed after the snapshot that holds it already is still one code. */
  #add(entry: InboxEntry): void {
    const others = this.#entries.filter(
      ({ to, code, at }) => at !== entry.at || to !== entry.to || code !== entry.code,
    );
    this.#entries = [entry, ...others].slice(0, mostEntries);
  }
}
