import type { ResourceType } from "../service";
import { type Made, StackRecord } from "./stack-record";

/** A resource of the template whose properties are known before anything is deployed. */
export interface Wanted {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: unknown;
}

/** From what earlier templates made to what this one has. */
export class StackChanges {
  readonly #record: StackRecord;

  constructor(
    dataFolder: string,
    private readonly types: ReadonlyMap<string, ResourceType>,
  ) {
    this.#record = new StackRecord(dataFolder);
  }

  /** What cannot be changed so, by resource; nothing has been changed by then. */
  async problems(wanted: readonly Wanted[]): Promise<string[]> {
    const kept = new Set(wanted.map((each) => `${each.type} ${this.types.get(each.type)?.refOf?.(each)}`));
    const changes = wanted.map(async (each) =>
      named(each, (await this.types.get(each.type)?.problems?.(each)) ?? []),
    );
    const removals = this.#record.all().map(async (made) => {
      if (made.isRetained || kept.has(`${made.type} ${made.ref}`)) return [];
      return named(made, (await this.types.get(made.type)?.removal?.problems?.(made.ref)) ?? []);
    });
    return (await Promise.all([...changes, ...removals])).flat();
  }

  /** Keeps in mind what was just deployed. */
  note(made: Made): void {
    if (this.types.get(made.type)?.removal !== undefined) this.#record.add(made);
  }

  /** Removes what is not among the template's resources any more, the last made first, unless it is retained. */
  async removeOthers(deployed: readonly Omit<Made, "isRetained">[]): Promise<void> {
    const isThere = (made: Made) => deployed.some(({ type, ref }) => type === made.type && ref === made.ref);
    for (const made of this.#record.all().toReversed()) {
      const isSame = deployed.some(({ logicalId }) => logicalId === made.logicalId) && isThere(made);
      if (isSame) continue;
      // Another name in the template may stand for the same thing now.
      if (!isThere(made) && !made.isRetained) await this.types.get(made.type)?.removal?.remove(made.ref);
      this.#record.remove(made);
    }
  }
}

function named({ logicalId, type }: Pick<Made, "logicalId" | "type">, problems: string[]): string[] {
  return problems.map((problem) => `${logicalId} (${type}): ${problem}`);
}
