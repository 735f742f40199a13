import { AwsError } from "../aws-error";
import type { Machine, Target } from "../service";
import { type Failure, isGone, sendToDeadLetterQueue } from "./dead-letter";
import type { AcceptedEvent, DeliveryLog, Tried } from "./delivery-log";
import type { DeliveryState, RecentEvents } from "./recent-events";
import type { CompiledRule, CompiledTarget } from "./rule";
import type { RuleBook } from "./rule-book";
import { retryPolicy } from "./rule-target";

const firstRetryMs = 1000;
/** With it, AWS's default of 185 retries takes about the 24 hours that are its default age. */
const longestRetryMs = 480_000;

interface Delivery {
  readonly accepted: AcceptedEvent;
  readonly index: number;
  attempts: number;
  /** Given up: only the dead-letter queue is still to be reached. */
  failure?: Failure;
  deadLetterAttempts: number;
}

interface Route {
  readonly compiled: CompiledRule;
  readonly to: CompiledTarget;
}

export interface DispatcherParts {
  readonly rules: RuleBook;
  readonly log: DeliveryLog;
  readonly recent: RecentEvents;
  targets(): readonly Target[];
}

/** Brings accepted events to their targets: at once, again after failures, at last to a dead-letter queue. */
export class Dispatcher {
  readonly #timers = new Set<() => void>();
  #isRunning = false;

  constructor(
    private readonly machine: Machine,
    private readonly parts: DispatcherParts,
  ) {}

  /** Takes up what was owed when the machine went down or before it started. */
  start(): void {
    this.#isRunning = true;
    for (const { accepted, index, tried } of this.parts.log.pending()) {
      if (tried === undefined) void this.#attempt({ accepted, index, attempts: 0, deadLetterAttempts: 0 });
      else this.#at(tried.nextAt, { accepted, index, ...tried });
    }
  }

  dispatch(events: readonly AcceptedEvent[]): void {
    if (!this.#isRunning) return;
    for (const accepted of events) {
      for (const index of accepted.owed.keys()) {
        void this.#attempt({ accepted, index, attempts: 0, deadLetterAttempts: 0 });
      }
    }
  }

  close(): void {
    this.#isRunning = false;
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const route = this.#route(delivery);
    if (route === undefined) {
      this.#end(delivery, "dropped", "the rule no longer has this target");
      return;
    }
    if (delivery.failure !== undefined) return this.#deadLetter(delivery, route, delivery.failure);
    delivery.attempts += 1;
    try {
      await this.#deliver(delivery, route);
    } catch (cause) {
      if (this.#isRunning) await this.#failed(delivery, route, cause);
      return;
    }
    this.#end(delivery, "delivered");
  }

  async #deliver({ accepted }: Delivery, { compiled, to }: Route): Promise<void> {
    const { Arn } = to.target;
    const target = this.parts.targets().find((each) => each.accepts(Arn));
    if (target === undefined) throw new AwsError("NO_RESOURCE", `Nothing here takes events for ${Arn}`);
    const facts = { ruleArn: compiled.arn, ruleName: compiled.rule.name, acceptedAt: accepted.at };
    await target.deliver(Arn, to.input(accepted.event, facts));
  }

  async #failed(delivery: Delivery, route: Route, cause: unknown): Promise<void> {
    const error = describe(cause);
    const { attempts, ageSeconds } = retryPolicy(route.to.target);
    const delayMs = retryDelayMs(delivery.attempts);
    const condition = exhausted(
      delivery.attempts > attempts,
      this.machine.clock.now() + delayMs > delivery.accepted.at + ageSeconds * 1000,
    );
    if (isGone(cause) || condition !== undefined) {
      delivery.failure = { ...error, attempts: delivery.attempts, ...(condition && { condition }) };
      return this.#deadLetter(delivery, route, delivery.failure);
    }
    this.#show(delivery, "retrying", `${error.code}: ${error.message}`);
    await this.#later(delayMs, delivery);
  }

  async #deadLetter(delivery: Delivery, { compiled, to }: Route, failure: Failure): Promise<void> {
    const reason = `${failure.code}: ${failure.message}`;
    const queueArn = to.target.DeadLetterConfig?.Arn;
    if (queueArn === undefined) return this.#end(delivery, "dropped", reason);
    const { event } = delivery.accepted;
    delivery.deadLetterAttempts += 1;
    try {
      const names = { ruleArn: compiled.arn, targetArn: to.target.Arn };
      await sendToDeadLetterQueue(this.machine, { queueArn, event, failure, ...names });
    } catch (cause) {
      if (!this.#isRunning) return;
      if (isGone(cause)) return this.#end(delivery, "dropped", `${reason}; ${queueArn} does not exist`);
      this.#show(delivery, "retrying", `${reason}; the dead-letter queue failed`);
      await this.#later(retryDelayMs(delivery.deadLetterAttempts), delivery);
      return;
    }
    this.#end(delivery, "dead-letter", reason);
  }

  /** How often it has failed is durable before it is tried again, so that no crash begins anew. */
  async #later(delayMs: number, delivery: Delivery): Promise<void> {
    const { accepted, index, attempts, deadLetterAttempts, failure } = delivery;
    const nextAt = this.machine.clock.now() + delayMs;
    const tried: Tried = { attempts, deadLetterAttempts, nextAt, ...(failure && { failure }) };
    await this.parts.log.tried(accepted.event.id, index, tried);
    if (this.#isRunning) this.#at(nextAt, delivery);
  }

  #at(time: number, delivery: Delivery): void {
    const cancel = this.machine.clock.at(time, () => {
      this.#timers.delete(cancel);
      void this.#attempt(delivery);
    });
    this.#timers.add(cancel);
  }

  #end(delivery: Delivery, state: DeliveryState, error?: string): void {
    const { accepted, index } = delivery;
    this.parts.log.done(accepted.event.id, index);
    this.#show(delivery, state, error);
    if (state === "delivered") return;
    const { rule, target } = accepted.owed[index] ?? {};
    this.machine.log(
      `event ${accepted.event["detail-type"]} (${accepted.event.id}) for ${target} of rule ${rule}: ${state}, ${error}`,
    );
  }

  #show({ accepted, index, attempts }: Delivery, state: DeliveryState, error?: string): void {
    this.parts.recent.update(accepted.event.id, index, {
      state,
      attempts,
      at: this.machine.clock.now(),
      ...(error !== undefined && { error }),
    });
  }

  #route({ accepted, index }: Delivery): Route | undefined {
    const owed = accepted.owed[index];
    const compiled = this.parts.rules.find(owed?.rule ?? "");
    const to = compiled?.targets.get(owed?.target ?? "");
    return compiled === undefined || to === undefined ? undefined : { compiled, to };
  }
}

function retryDelayMs(attempts: number): number {
  return Math.min(firstRetryMs * 2 ** (attempts - 1), longestRetryMs);
}

function exhausted(byAttempts: boolean, byAge: boolean): Failure["condition"] {
  if (byAttempts) return "MaximumRetryAttempts";
  return byAge ? "MaximumEventAgeInSeconds" : undefined;
}

function describe(cause: unknown): { code: string; message: string } {
  if (cause instanceof AwsError) return { code: cause.code, message: cause.message };
  return cause instanceof Error
    ? { code: "SDK_CLIENT_ERROR", message: cause.message }
    : { code: "INTERNAL_ERROR", message: String(cause) };
}
