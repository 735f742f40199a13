import type { Mail } from "./mail";

export interface InboxEntry {
  readonly to: string;
  readonly code: string;
  readonly at: number;
}

const mostEntries = 1000;
const mostShown = 200;

/** The last codes that were sent, newest first; older ones fall out. */
export class Inbox {
  #entries: InboxEntry[] = [];

  receive({ to, code, at }: Mail): void {
    this.#entries = [{ to, code, at }, ...this.#entries].slice(0, mostEntries);
  }

  /** The newest entries, of one address or of all. */
  list(to?: string): readonly InboxEntry[] {
    const address = to?.toLowerCase();
    return this.#entries
      .filter((entry) => address === undefined || entry.to.toLowerCase() === address)
      .slice(0, mostShown);
  }
}
