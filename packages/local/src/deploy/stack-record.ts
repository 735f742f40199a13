import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { replaceFile } from "../durable-file";

const Made = z.object({
  logicalId: z.string(),
  type: z.string(),
  ref: z.string(),
  /** `DeletionPolicy` and `UpdateReplacePolicy`: whether it stays when the template no longer has it. */
  isRetained: z.boolean(),
});
export type Made = z.infer<typeof Made>;

const Stored = z.object({ made: z.array(Made) });

/** What the templates of this data folder have made, so that a later one can take it away. */
export class StackRecord {
  readonly #file: string;
  #made: Made[];

  /** @throws Error naming the file where it is damaged */
  constructor(dataFolder: string) {
    this.#file = join(dataFolder, "stack.json");
    this.#made = existsSync(this.#file) ? read(this.#file) : [];
  }

  all(): readonly Made[] {
    return this.#made;
  }

  /** Writes down what is about to be removed or was just made; the same again writes nothing. */
  add(made: Made): void {
    const same = this.#made.find((each) => isSame(each, made));
    if (same?.isRetained === made.isRetained) return;
    this.#save([...this.#made.filter((each) => each !== same), made]);
  }

  remove(made: Made): void {
    this.#save(this.#made.filter((each) => !isSame(each, made)));
  }

  #save(made: Made[]): void {
    this.#made = made;
    replaceFile(this.#file, [`${JSON.stringify({ made }, null, 1)}\n`]);
  }
}

function isSame(one: Made, other: Made): boolean {
  return one.logicalId === other.logicalId && one.type === other.type && one.ref === other.ref;
}

function read(file: string): Made[] {
  try {
    return Stored.parse(JSON.parse(readFileSync(file, "utf8"))).made;
  } catch (cause) {
    throw new Error(`${file} is damaged: ${cause instanceof Error ? cause.message : cause}`);
  }
}
