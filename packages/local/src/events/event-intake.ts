import type { Machine } from "../service";
import type { AcceptedEvent, DeliveryLog, Owed } from "./delivery-log";
import type { Dispatcher } from "./dispatcher";
import type { Envelope } from "./envelope";
import { eventFields } from "./event-fields";
import type { RecentEvents } from "./recent-events";
import type { CompiledRule } from "./rule";
import type { RuleBook } from "./rule-book";

export interface IntakeParts {
  readonly rules: RuleBook;
  readonly log: DeliveryLog;
  readonly recent: RecentEvents;
  readonly dispatcher: Dispatcher;
}

/** Takes events in: whom they are owed to is decided here, made durable, and then delivered. */
export class EventIntake {
  constructor(
    private readonly machine: Machine,
    private readonly parts: IntakeParts,
  ) {}

  /** Resolves once the events are durable with all they are owed; does not wait for deliveries. */
  accept(events: readonly { bus: string; event: Envelope }[]): Promise<void> {
    return this.#take(
      events.map(({ bus, event }) => {
        const fields = eventFields(event);
        return { bus, event, rules: this.parts.rules.rulesOf(bus).filter((rule) => matches(rule, fields)) };
      }),
    );
  }

  /** For an event that a rule's schedule made: it belongs to that rule alone. */
  acceptFor(rule: CompiledRule, event: Envelope): Promise<void> {
    return this.#take([{ bus: rule.rule.bus, event, rules: [rule] }]);
  }

  async #take(events: readonly { bus: string; event: Envelope; rules: readonly CompiledRule[] }[]) {
    const at = this.machine.clock.now();
    const accepted = events.map(({ bus, event, rules }): AcceptedEvent => {
      const owed = rules.flatMap(({ key, targets }) =>
        [...targets.keys()].map((target): Owed => ({ rule: key, target })),
      );
      return { event, bus, at, owed };
    });
    const owing = accepted.filter(({ owed }) => owed.length > 0);
    if (owing.length > 0) await this.parts.log.accept(owing);
    for (const each of accepted) this.#remember(each);
    this.parts.dispatcher.dispatch(owing);
  }

  #remember(accepted: AcceptedEvent): void {
    const deliveries = accepted.owed.map((owed) => {
      const compiled = this.parts.rules.find(owed.rule);
      return {
        rule: compiled?.rule.name ?? owed.rule,
        target: compiled?.targets.get(owed.target)?.target.Arn ?? owed.target,
        state: "pending" as const,
        attempts: 0,
        at: accepted.at,
      };
    });
    this.parts.recent.add(accepted, deliveries);
  }
}

function matches({ rule, pattern }: CompiledRule, fields: ReturnType<typeof eventFields>): boolean {
  return rule.state === "ENABLED" && pattern !== undefined && pattern.matches(fields);
}
