import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Journal } from "../journal";
import type { Machine } from "../service";
import { reportFailure } from "./failure-destination";
import type { Outcome } from "./function-worker";
import type { LambdaFunction } from "./lambda-function";

/** How a function's asynchronous invocations are repeated, and where those go that never succeed. */
export interface EventInvokeSettings {
  readonly maximumRetryAttempts: number;
  readonly maximumEventAgeSeconds: number;
  readonly onFailureArn: string | undefined;
}

export const defaultEventInvokeSettings: EventInvokeSettings = {
  maximumRetryAttempts: 2,
  maximumEventAgeSeconds: 6 * 60 * 60,
  onFailureArn: undefined,
};

/** An invocation that was taken in, and how often it has failed since. */
interface Accepted {
  readonly id: string;
  readonly functionName: string;
  readonly payload: string;
  /** ms since the epoch, as `nextAt`, when it is tried again */
  readonly at: number;
  readonly attempts: number;
  readonly nextAt: number;
}

type Entry =
  | ({ kind: "accepted" } & Accepted)
  | { kind: "tried"; id: string; attempts: number; nextAt: number }
  | { kind: "done"; id: string };

// As on AWS: one minute before the second attempt, two before the third.
const retryDelaysMs = [60_000, 120_000];
const compactAboveBytes = 4_000_000;

export interface FunctionLookup {
  find(functionName: string): LambdaFunction | undefined;
  settings(functionName: string): EventInvokeSettings;
}

/** Invocations that nobody waits for: on disk when accepted, repeated, finally reported as failed. */
export class AsyncInvocations {
  readonly #open = new Map<string, Accepted>();
  readonly #journal: Journal<Entry>;
  readonly #cancels = new Set<() => void>();
  #closed = false;

  constructor(
    private readonly machine: Machine,
    private readonly functions: FunctionLookup,
  ) {
    mkdirSync(join(machine.dataFolder, "lambda"), { recursive: true });
    this.#journal = Journal.open<Entry>(join(machine.dataFolder, "lambda", "async.journal"), {
      replay: (entry) => this.#apply(entry),
      snapshot: () => [...this.#open.values()].map((each): Entry => ({ kind: "accepted", ...each })),
      compactAboveBytes,
    });
  }

  /** Goes on with what was accepted before the machine stopped. */
  start(): void {
    for (const accepted of this.#open.values()) this.#run(accepted);
  }

  /** Resolves once the invocation is accepted durably. */
  async accept(functionName: string, payload: string): Promise<void> {
    const now = this.machine.clock.now();
    await this.#accept({ id: randomUUID(), functionName, payload, at: now, attempts: 0, nextAt: now });
  }

  /**
   * For an event that its rule's journal keeps until this resolves: when the function has succeeded, or
   * has failed and the further attempts are accepted durably. Throws when it has failed and has no place
   * for what never succeeds: the rule has a policy of its own then.
   */
  async attempt(functionName: string, payload: string): Promise<void> {
    const lambda = this.#lambda(functionName);
    const id = randomUUID();
    const at = this.machine.clock.now();
    const outcome = await lambda.invoke(payload, id);
    if (!outcome.failed) return;
    // Stopping ends the workers: such a failure is no answer of the function's, and is tried again.
    if (this.#closed) throw new Error("the machine is stopping");
    if (!this.#hasDestination(lambda)) throw new Error(errorText(outcome));
    const accepted = { id, functionName, payload, at, attempts: 1, nextAt: at };
    const nextAt = this.#nextAttempt(accepted);
    if (nextAt === undefined) await this.#report(accepted, lambda, outcome);
    else await this.#accept({ ...accepted, nextAt });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const cancel of this.#cancels) cancel();
    await this.#journal.close();
  }

  async #accept(accepted: Accepted): Promise<void> {
    await this.#record({ kind: "accepted", ...accepted });
    this.#run(accepted);
  }

  #run(accepted: Accepted): void {
    this.#runAll(accepted)
      .catch((cause) => {
        if (this.#closed) return;
        const why = cause instanceof Error ? cause.message : cause;
        this.machine.log(`asynchronous invocation of ${accepted.functionName} failed: ${why}`);
      })
      .then(() => (this.#closed ? undefined : this.#record({ kind: "done", id: accepted.id })))
      .catch((cause) => this.machine.log(`lambda journal: ${cause}`));
  }

  /** Every attempt that is left, each counted durably; then the failure goes where the function says. */
  async #runAll(accepted: Accepted): Promise<void> {
    const lambda = this.#lambda(accepted.functionName);
    await this.#until(accepted.nextAt);
    const outcome = await lambda.invoke(accepted.payload, accepted.id);
    if (!outcome.failed || this.#closed) return;
    const tried = { ...accepted, attempts: accepted.attempts + 1 };
    const nextAt = this.#nextAttempt(tried);
    if (nextAt === undefined) return this.#report(tried, lambda, outcome);
    await this.#record({ kind: "tried", id: tried.id, attempts: tried.attempts, nextAt });
    return this.#runAll({ ...tried, nextAt });
  }

  async #report(accepted: Accepted, lambda: LambdaFunction, outcome: Outcome): Promise<void> {
    if (!this.#hasDestination(lambda)) throw new Error(errorText(outcome));
    const settings = this.functions.settings(lambda.settings.name);
    await reportFailure(this.machine, { lambda, settings, outcome, ...accepted });
  }

  /** When it is tried again; undefined when that was the last attempt. */
  #nextAttempt({ functionName, attempts, at }: Accepted): number | undefined {
    const { maximumRetryAttempts, maximumEventAgeSeconds } = this.functions.settings(functionName);
    if (attempts > maximumRetryAttempts) return undefined;
    const next = this.machine.clock.now() + (retryDelaysMs[attempts - 1] ?? 120_000);
    return next > at + maximumEventAgeSeconds * 1000 ? undefined : next;
  }

  #hasDestination({ settings }: LambdaFunction): boolean {
    return (this.functions.settings(settings.name).onFailureArn ?? settings.deadLetterArn) !== undefined;
  }

  #lambda(functionName: string): LambdaFunction {
    const lambda = this.functions.find(functionName);
    if (lambda === undefined) throw new Error(`function ${functionName} does not exist`);
    return lambda;
  }

  async #record(entry: Entry): Promise<void> {
    this.#apply(entry);
    await this.#journal.append(entry);
  }

  #apply(entry: Entry): void {
    if (entry.kind === "accepted") {
      const { kind: _, ...accepted } = entry;
      this.#open.set(entry.id, accepted);
    } else if (entry.kind === "tried") {
      const { id, attempts, nextAt } = entry;
      const accepted = this.#open.get(id);
      if (accepted !== undefined) this.#open.set(id, { ...accepted, attempts, nextAt });
    } else {
      this.#open.delete(entry.id);
    }
  }

  #until(at: number): Promise<void> {
    return new Promise((done) => {
      const cancel = this.machine.clock.at(at, () => {
        this.#cancels.delete(cancel);
        done();
      });
      this.#cancels.add(cancel);
    });
  }
}

function errorText({ payload }: Outcome): string {
  return `the function failed: ${payload.slice(0, 2000)}`;
}
