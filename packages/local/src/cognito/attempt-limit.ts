import type { Clock } from "../clock";

/** Allows so many attempts a key within a window that begins with the first; forgets older windows. */
export class AttemptLimit {
  readonly #windows = new Map<string, { endsAt: number; attempts: number }>();

  constructor(
    private readonly clock: Clock,
    private readonly allowed: number,
    private readonly windowSeconds: number,
  ) {}

  /** Counts one attempt. */
  count(key: string): void {
    const now = this.clock.now();
    for (const [other, window] of this.#windows) {
      if (window.endsAt > now) break;
      this.#windows.delete(other);
    }
    const window = this.#windows.get(key);
    if (window) window.attempts += 1;
    else this.#windows.set(key, { endsAt: now + this.windowSeconds * 1000, attempts: 1 });
  }

  isReached(key: string): boolean {
    const window = this.#windows.get(key);
    return window !== undefined && window.endsAt > this.clock.now() && window.attempts >= this.allowed;
  }
}
