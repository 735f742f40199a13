type Duty = () => Promise<void>;

/** What has to be undone at the end, whether that comes by itself or by a signal; the latest first. */
export class Duties {
  readonly #left = new Set<Duty>();

  constructor() {
    const stop = (signal: NodeJS.Signals) => {
      void this.#all().finally(() => process.exit(signal === "SIGINT" ? 130 : 143));
    };
    process.once("SIGINT", stop).once("SIGTERM", stop);
  }

  /** Notes a duty; answers how to do it, once. */
  add(duty: Duty): Duty {
    const once = async () => {
      if (this.#left.delete(once)) await duty();
    };
    this.#left.add(once);
    return once;
  }

  async #all(): Promise<void> {
    for (const duty of [...this.#left].reverse()) await duty().catch((error) => console.error(error));
  }
}
