import type { Struck } from "../histories/cause-trouble";
import type { Evidence } from "../histories/evidence";
import { invariants } from "../histories/invariants";
import type { Trouble } from "../histories/troubles";
import { powerCut, troubles } from "../histories/troubles";

interface Tally {
  checked: number;
  violations: number;
}

/** What a soak has seen: each invariant with how often it was checked, each fault with how often it struck. */
export class LifeRecord {
  readonly struck: Struck = new Map();
  readonly violations: string[] = [];
  readonly #invariants = new Map(invariants.map(({ id }) => [id, { checked: 0, violations: 0 }]));
  readonly #survived = new Map<string, number>();
  readonly #settled: number[] = [];
  #before = new Map<string, number>();
  #commands = 0;
  #repeats = 0;
  #unanswered = 0;

  /** How many were sent so far. */
  get commands(): number {
    return this.#commands;
  }

  /** Checks one round; answers what was violated, in words. */
  add(evidence: Evidence, chosen: readonly Trouble[]): string[] {
    const found = invariants.flatMap(({ id, check }) => {
      const { checked, violations } = check(evidence);
      const tally = this.#invariants.get(id) ?? { checked: 0, violations: 0 };
      tally.checked += checked;
      tally.violations += violations.length;
      return violations.map((violation) => `${id}: ${violation}`);
    });
    this.violations.push(...found);
    const calls = evidence.histories.flatMap((history) => history.calls);
    this.#commands += calls.length;
    this.#repeats += calls.length - new Set(calls.map(({ key, caller }) => `${caller.sub} ${key}`)).size;
    this.#unanswered += calls.filter(({ answered }) => answered.kind === "unknown").length;
    this.#settled.push(evidence.settledSeconds);
    for (const { name } of chosen) {
      const times = (this.struck.get(name) ?? 0) - (this.#before.get(name) ?? 0);
      if (found.length === 0) this.#survived.set(name, (this.#survived.get(name) ?? 0) + times);
    }
    this.#before = new Map(this.struck);
    return found;
  }

  figures() {
    return {
      ...{ commands: this.#commands, repeats: this.#repeats, unanswered: this.#unanswered },
      invariants: Object.fromEntries(this.#invariants),
      faults: this.#faults(),
      mostSecondsToRest: Math.max(0, ...this.#settled),
    };
  }

  table(): string {
    const { commands, repeats, unanswered, mostSecondsToRest } = this.figures();
    const row = (...cells: (string | number)[]) => cells.map((cell, at) => column(cell, at)).join("  ");
    const tallyOf = (id: string): Tally => this.#invariants.get(id) ?? { checked: 0, violations: 0 };
    return [
      `\n${commands} commands in ${this.#settled.length} rounds: ${repeats} were repeats, ${unanswered} had no answer; at rest after ${mostSecondsToRest.toFixed(0)} s at most`,
      row("\ninvariant", "checked", "violations"),
      ...invariants.map(({ id, says }) => row(`${id} ${says}`, tallyOf(id).checked, tallyOf(id).violations)),
      row("\nfault", "injected", "survived"),
      ...this.#faults().map(({ name, injected, survived }) => row(name, injected, survived)),
    ].join("\n");
  }

  #faults() {
    return [...troubles, powerCut].map(({ name }) => ({
      name,
      injected: this.struck.get(name) ?? 0,
      survived: this.#survived.get(name) ?? 0,
    }));
  }
}

const nameWidth = 88;
const numberWidth = 10;

function column(cell: string | number, at: number): string {
  return at === 0 ? String(cell).padEnd(nameWidth) : String(cell).padStart(numberWidth);
}
