/** Wakes everybody who waits for a change. */
export class Bell {
  #waiting: (() => void)[] = [];

  ring(): void {
    const woken = this.#waiting;
    this.#waiting = [];
    for (const wake of woken) wake();
  }

  /** Resolves at the next ring. */
  rung(): Promise<void> {
    return new Promise((wake) => this.#waiting.push(wake));
  }
}
