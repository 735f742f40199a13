import * as z from "zod/mini";
import { readStored, store } from "./storage";

/** What they are kept under in the storage of the device. */
export const barSettingsKey = "serverlesspresso.bar-settings";

/** How the bar's app behaves on one device, whoever is signed in there. */
export const BarSettings = z.object({
  /** Somebody wants no sound at all. */
  quiet: z.boolean(),
  /** 0 to 1. */
  volume: z.number().check(z.minimum(0), z.maximum(1)),
  sounds: z.object({ "new-order": z.boolean(), ageing: z.boolean(), "connection-lost": z.boolean() }),
  /** Single keys do something. */
  keys: z.boolean(),
});
export type BarSettings = z.infer<typeof BarSettings>;

/** Those of a device on which nobody has set anything. */
export const usualSettings: BarSettings = {
  quiet: false,
  volume: 1,
  sounds: { "new-order": true, ageing: true, "connection-lost": true },
  keys: true,
};

export class BarSettingsStore {
  readonly #listeners = new Set<() => void>();
  readonly #storage: () => Storage;
  #current: BarSettings | null = null;

  constructor(storage: () => Storage) {
    this.#storage = storage;
  }

  readonly current = (): BarSettings => {
    this.#current ??= readStored(this.#storage(), barSettingsKey, BarSettings) ?? usualSettings;
    return this.#current;
  };

  /** Reads them anew: another page on this device has changed something. */
  look(): void {
    this.#current = null;
    this.#tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What is not named stays. */
  set(change: Partial<BarSettings>): void {
    this.#current = null;
    this.#current = { ...this.current(), ...change };
    store(this.#storage(), barSettingsKey, JSON.stringify(this.#current));
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
