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

type Entry =
  | { kind: "accepted"; id: string; functionName: string; payload: string; at: number }
  | { kind: "done"; id: string };
type Accepted = Extract<Entry, { kind: "accepted" }>;

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
    this.#journal = Journal.open<Entry>(join(machine.dataFolder, "lambda", "async.journal"), (entry) => {
      if (entry.kind === "accepted") this.#open.set(entry.id, entry);
      else this.#open.delete(entry.id);
    });
  }

  /** Goes on with what was accepted before the machine stopped. */
  async start(): Promise<void> {
    await this.#journal.compact(this.#open.values());
    for (const accepted of this.#open.values()) this.#run(accepted);
  }

  /** Resolves once the invocation is accepted durably. */
  async accept(functionName: string, payload: string): Promise<string> {
    const id = randomUUID();
    const accepted: Accepted = { kind: "accepted", id, functionName, payload, at: this.machine.clock.now() };
    this.#open.set(id, accepted);
    await this.#journal.append(accepted);
    this.#run(accepted);
    return id;
  }

  /**
   * Runs every attempt; resolves when one has succeeded, or the failure has been handed to the
   * function's own destination or queue. Throws when all failed and there is no such place.
   */
  async attempt(functionName: string, payload: string, at: number, id: string = randomUUID()): Promise<void> {
    const lambda = this.functions.find(functionName);
    if (lambda === undefined) throw new Error(`function ${functionName} does not exist`);
    const settings = this.functions.settings(functionName);
    const hasDestination = (settings.onFailureArn ?? lambda.settings.deadLetterArn) !== undefined;
    let outcome = await lambda.invoke(payload, id);
    let attempts = 1;
    while (outcome.failed && !this.#closed && hasDestination && attempts <= settings.maximumRetryAttempts) {
      const next = this.machine.clock.now() + (retryDelaysMs[attempts - 1] ?? 120_000);
      if (next > at + settings.maximumEventAgeSeconds * 1000) break;
      await this.#until(next);
      outcome = await lambda.invoke(payload, id);
      attempts += 1;
    }
    if (!outcome.failed) return;
    // Stopping ends the workers: such a failure is no answer of the function's, and is tried again.
    if (this.#closed) throw new Error("the machine is stopping");
    if (!hasDestination) throw new Error(errorText(outcome));
    await reportFailure(this.machine, { lambda, settings, payload, id, attempts, outcome });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const cancel of this.#cancels) cancel();
    await this.#journal.close();
  }

  #run(accepted: Accepted): void {
    this.attempt(accepted.functionName, accepted.payload, accepted.at, accepted.id)
      .catch((cause) => {
        if (this.#closed) return;
        const why = cause instanceof Error ? cause.message : cause;
        this.machine.log(`asynchronous invocation of ${accepted.functionName} failed: ${why}`);
      })
      .then(() => this.#finish(accepted.id))
      .catch((cause) => this.machine.log(`lambda journal: ${cause}`));
  }

  async #finish(id: string): Promise<void> {
    if (this.#closed) return;
    this.#open.delete(id);
    await this.#journal.append({ kind: "done", id });
    if (this.#journal.size > compactAboveBytes && this.#open.size < 1000) {
      await this.#journal.compact(this.#open.values());
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
