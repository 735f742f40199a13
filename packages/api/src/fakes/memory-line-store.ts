import { emptyLine, LineRow } from "../line/line-row";
import type { KeptLine, LineStore } from "../line/line-store";

/** The lines in memory; rows pass through the schema of the real item. */
export class MemoryLineStore implements LineStore {
  readonly #kept = new Map<string, KeptLine>();

  /** Runs once, before the next write: what somebody else does between our reading and our writing. */
  beforeNextWrite: (() => Promise<unknown>) | null = null;

  async read(eventId: string): Promise<KeptLine> {
    return structuredClone(this.#kept.get(eventId) ?? { row: emptyLine, revision: 0 });
  }

  async save(eventId: string, revision: number, next: LineRow): Promise<boolean> {
    const others = this.beforeNextWrite;
    this.beforeNextWrite = null;
    await others?.();
    if ((this.#kept.get(eventId)?.revision ?? 0) !== revision) return false;
    this.#kept.set(eventId, { row: LineRow.parse(next), revision: revision + 1 });
    return true;
  }
}
