import { Ticket } from "@serverlesspresso/contracts/order";
import * as z from "zod/mini";
import { keptKey } from "./kept-things";
import { readStored, store, stored, storedKeys, unstore } from "./storage";

/** Commands of the bar whose effect is shown before the answer. */
export const BarCommand = z.enum(["make", "unmake", "complete", "recall", "collect", "cancel"]);
export type BarCommand = z.infer<typeof BarCommand>;

/** One tap behind the bar, kept on this device until the server has answered it. */
export const KeptCommand = z.object({
  key: z.string(),
  command: BarCommand,
  /** As it was shown when it was tapped. */
  ticket: Ticket,
  reason: z.optional(z.string()),
  by: z.object({ sub: z.string(), name: z.nullable(z.string()) }),
  /** The order of the taps: device time in ms, made unique. */
  placedAt: z.number(),
  /** Until when (device time in ms) it is not sent and can be taken back. */
  heldUntil: z.number(),
  /** The version up to which the order is shown as if the command had been carried out. */
  upToVersion: z.number(),
});
export type KeptCommand = z.infer<typeof KeptCommand>;

/** The commands of one person in one shop, each under a key of its own: tabs do not overwrite each other's. */
export class KeptCommands {
  readonly #storage: Storage;
  readonly #prefix: string;

  constructor(storage: Storage, sub: string, eventId: string) {
    this.#storage = storage;
    this.#prefix = keptKey(sub, "command", eventId, "");
  }

  /** In the order in which they were tapped. */
  all(): KeptCommand[] {
    return storedKeys(this.#storage, this.#prefix)
      .flatMap((name) => readStored(this.#storage, name, KeptCommand) ?? [])
      .sort((a, b) => a.placedAt - b.placedAt);
  }

  has(key: string): boolean {
    return stored(this.#storage, this.#prefix + key) !== null;
  }

  add(kept: KeptCommand): void {
    store(this.#storage, this.#prefix + kept.key, JSON.stringify(kept));
  }

  remove(key: string): void {
    unstore(this.#storage, this.#prefix + key);
  }
}
