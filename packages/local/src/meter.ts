/** What AWS would send a bill for, counted since the start: `lambda.invocations`, `states.transitions` … */
export class Meter {
  readonly #counts = new Map<string, number>();

  add(what: string, amount = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + amount);
  }

  read(): Record<string, number> {
    return Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
