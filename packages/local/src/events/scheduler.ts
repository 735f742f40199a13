import { randomUUID } from "node:crypto";
import type { Machine } from "../service";
import { envelopeTime } from "./envelope";
import type { EventIntake } from "./event-intake";
import type { CompiledRule } from "./rule";
import type { RuleBook } from "./rule-book";

/**
 * Ticks the rules that have a schedule. Periods that a jump of the clock passed over make one tick, and so
 * do those in which nothing ran.
 */
export class Scheduler {
  readonly #timers = new Map<string, () => void>();

  constructor(
    private readonly machine: Machine,
    private readonly rules: RuleBook,
    private readonly intake: EventIntake,
  ) {}

  start(): void {
    for (const { key, rule } of this.rules.rules()) {
      this.#arm(key, Math.max(this.rules.tickedUpTo(key) ?? 0, rule.scheduledSince));
    }
    this.rules.onRuleChange((key) => this.#changed(key));
  }

  close(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  /** A schedule that was changed or switched on counts from now. */
  #changed(key: string): void {
    const now = this.machine.clock.now();
    if (this.rules.find(key)?.schedule !== undefined) this.#note(key, now);
    this.#arm(key, now);
  }

  #arm(key: string, since: number): void {
    this.#timers.get(key)?.();
    this.#timers.delete(key);
    const compiled = this.rules.find(key);
    if (compiled?.schedule === undefined || compiled.rule.state !== "ENABLED") return;
    const at = compiled.schedule.next(since);
    if (at === undefined) return;
    this.#timers.set(
      key,
      this.machine.clock.at(at, () => {
        const now = this.machine.clock.now();
        this.#arm(key, now);
        void this.#tick(compiled, at).then(() => this.#note(key, now));
      }),
    );
  }

  /** After the tick is durable: a crash between the two ticks again. */
  #note(key: string, at: number): void {
    this.rules.ticked(key, at).catch((cause) => this.machine.log(`schedule of ${key}: ${cause}`));
  }

  async #tick(compiled: CompiledRule, at: number): Promise<void> {
    try {
      await this.intake.acceptFor(compiled, {
        version: "0",
        id: randomUUID(),
        "detail-type": "Scheduled Event",
        source: "aws.events",
        account: this.machine.account,
        time: envelopeTime(at),
        region: this.machine.region,
        resources: [compiled.arn],
        detail: {},
      });
    } catch (cause) {
      this.machine.log(`rule ${compiled.rule.name} did not tick: ${cause}`);
    }
  }
}
