import type { LineRow } from "./line-row";

/** A line and the revision that it was read in: 0 where there is none yet. */
export interface KeptLine {
  row: LineRow;
  revision: number;
}

export interface LineStore {
  /** Consistent; the empty line for a shop without one, or with one that cannot be read: it is soon learned anew. */
  read(eventId: string): Promise<KeptLine>;

  /** Replaces the line; false if it is in another revision by now. */
  save(eventId: string, revision: number, next: LineRow): Promise<boolean>;
}
