import { randomUUID } from "node:crypto";
import type { Machine } from "../service";
import { envelopeTime } from "./envelope";
import type { EventIntake } from "./event-intake";
import type { CompiledRule } from "./rule";
import type { RuleBook } from "./rule-book";

/** Ticks the rules that have a schedule. A jump of the clock over many periods makes one tick. */
export class Scheduler {
  readonly #timers = new Map<string, () => void>();

  constructor(
    private readonly machine: Machine,
    private readonly rules: RuleBook,
    private readonly intake: EventIntake,
  ) {}

  start(): void {
    for (const { key } of this.rules.rules()) this.#arm(key);
    this.rules.onRuleChange((key) => this.#arm(key));
  }

  close(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  #arm(key: string): void {
    this.#timers.get(key)?.();
    this.#timers.delete(key);
    const compiled = this.rules.find(key);
    if (compiled?.schedule === undefined || compiled.rule.state !== "ENABLED") return;
    const at = compiled.schedule.next(this.machine.clock.now());
    if (at === undefined) return;
    this.#timers.set(
      key,
      this.machine.clock.at(at, () => {
        this.#arm(key);
        void this.#tick(compiled, at);
      }),
    );
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
