import type { Machine } from "../service";
import { Draft } from "./draft";
import type { EventContent } from "./history-event";
import { callIntegration } from "./integration";
import { interpret, isCurrent, type Trigger } from "./interpret";
import type { Execution, ExecutionHeader } from "./ledger";
import { parseDefinition } from "./parse-definition";
import type { Position } from "./progress";
import { StateError } from "./state-error";
import type { Store } from "./store";
import { issueToken, readToken } from "./task-token";
import type { Workflow } from "./workflow";

/** What runs for one execution in this process; all of it can be made again from its progress. */
interface Run {
  /** Triggers of one execution are handled one after the other. */
  lane: Promise<unknown>;
  called?: number;
  cancelTimer?: () => void;
  cancelDeadline?: () => void;
}

/** Drives executions: every step is durable before it has an effect outside. */
export class Runner {
  readonly #runs = new Map<string, Run>();
  #started = false;
  #closed = false;

  constructor(
    private readonly machine: Machine,
    private readonly store: Store,
    private readonly tokenKey: string,
  ) {}

  /** Goes on with everything that was under way when the last process ended. */
  start(): void {
    this.#started = true;
    for (const execution of this.store.ledger.running()) this.#carryOut(execution);
  }

  /** From here on nothing is recorded: what was being called is called again by the next process. */
  close(): void {
    this.#closed = true;
    for (const run of this.#runs.values()) {
      run.cancelTimer?.();
      run.cancelDeadline?.();
    }
  }

  /** Starts an execution; resolves when that is durable. */
  async begin(header: ExecutionHeader): Promise<void> {
    const { input, roleArn } = header;
    const started = { id: 1, at: header.startedAt, type: "ExecutionStarted", input, roleArn } as const;
    const durable = this.store.append({ type: "execution", header, events: [started] });
    const execution = this.store.ledger.executions.get(header.arn);
    if (execution === undefined) throw new Error(`${header.arn} did not start`);
    this.#runOf(execution).lane = durable;
    await durable;
    this.#carryOut(execution);
  }

  /** Resolves when all that the execution has done so far is durable. */
  async settled({ header }: Execution): Promise<void> {
    await this.#runs.get(header.arn)?.lane;
  }

  /** Whether the trigger still meant something; resolves when what follows from it is durable. */
  handle(execution: Execution, trigger: Trigger): Promise<boolean> {
    return this.#inLane(execution, async (draft) => {
      if (!isCurrent(draft, trigger)) return false;
      await interpret(this.#workflow(execution), draft, trigger);
      return true;
    });
  }

  /** Ends an execution from outside, whatever it waits for. Answers whether it was running. */
  end(
    execution: Execution,
    content: EventContent & { type: "ExecutionAborted" | "ExecutionTimedOut" },
  ): Promise<boolean> {
    return this.#inLane(execution, async (draft) => {
      if (draft.progress.status !== "RUNNING") return false;
      draft.add(content);
      return true;
    });
  }

  /** The wait that a token belongs to, if its execution is still known. */
  findWait(token: string): { execution: Execution; scheduledId: number } | undefined {
    const owner = readToken(this.tokenKey, token);
    const execution = this.store.ledger.executions.get(owner.execution);
    return execution && { execution, scheduledId: owner.scheduledId };
  }

  #inLane(execution: Execution, work: (draft: Draft) => Promise<boolean>): Promise<boolean> {
    if (execution.progress.status !== "RUNNING") return Promise.resolve(false);
    const run = this.#runOf(execution);
    const result = run.lane.then(async () => {
      if (this.#closed) throw new Error("Step Functions is closed");
      const draft = new Draft(execution.progress, this.machine.clock.now());
      const done = await work(draft);
      if (draft.events.length > 0) {
        await this.store.append({ type: "events", arn: execution.header.arn, events: draft.events });
        const entered = draft.events.filter(({ type }) => type === "StateEntered");
        this.machine.meter.add("states.transitions", entered.length);
        this.#carryOut(execution);
      }
      return done;
    });
    run.lane = result.catch(() => undefined);
    return result;
  }

  /** Arms the timers and makes the calls that the execution's durable progress asks for. */
  #carryOut(execution: Execution): void {
    if (!this.#started || this.#closed) return;
    const run = this.#runOf(execution);
    run.cancelTimer?.();
    run.cancelTimer = undefined;
    if (execution.progress.status !== "RUNNING") {
      run.cancelDeadline?.();
      this.#runs.delete(execution.header.arn);
      this.#reportFailure(execution);
      return;
    }
    this.#armDeadline(execution, run);
    const position = execution.progress.state?.position;
    if (position === undefined || position.at === "begin") this.#trigger(execution, { type: "go" });
    else if (position.at === "waiting") this.#armTimer(execution, run, position.until, { type: "waited" });
    else if (position.at === "task") this.#carryOutTask(execution, run, position);
  }

  #carryOutTask(execution: Execution, run: Run, position: Position & { at: "task" }): void {
    const { scheduledId, dueAt } = position;
    if (!position.submitted && run.called !== scheduledId) {
      run.called = scheduledId;
      void this.#call(execution, position);
    }
    if (dueAt !== undefined) this.#armTimer(execution, run, dueAt, { type: "timedOut", scheduledId });
  }

  async #call(execution: Execution, { scheduledId, resource, parameters, token }: Position & { at: "task" }) {
    const { aws } = this.machine;
    try {
      const result = await callIntegration(aws, execution.header, resource, JSON.parse(parameters));
      const output = JSON.stringify(result);
      const type = token === undefined ? "succeeded" : "submitted";
      this.#trigger(execution, { type, scheduledId, output });
    } catch (thrown) {
      const { error, reason } =
        thrown instanceof StateError ? thrown : new StateError("States.Runtime", String(thrown));
      const submit = token === undefined ? undefined : true;
      this.#trigger(execution, { type: "failed", scheduledId, error, cause: reason, submit });
    }
  }

  #armTimer(execution: Execution, run: Run, at: number, trigger: Trigger): void {
    run.cancelTimer = this.machine.clock.at(at, () => this.#trigger(execution, trigger));
  }

  #armDeadline(execution: Execution, run: Run): void {
    const seconds = this.#workflow(execution).definition.TimeoutSeconds;
    if (seconds === undefined || run.cancelDeadline !== undefined) return;
    const deadline = execution.header.startedAt + seconds * 1000;
    run.cancelDeadline = this.machine.clock.at(deadline, () => {
      this.end(execution, { type: "ExecutionTimedOut" }).catch((cause) => this.#report(execution, cause));
    });
  }

  #trigger(execution: Execution, trigger: Trigger): void {
    if (this.#closed) return;
    this.handle(execution, trigger).catch((cause) => this.#report(execution, cause));
  }

  #report(execution: Execution, cause: unknown): void {
    if (!this.#closed) this.machine.log(`Step Functions: ${execution.header.arn}: ${String(cause)}`);
  }

  #reportFailure({ header, progress }: Execution): void {
    if (progress.status !== "FAILED") return;
    this.machine.log(
      `Step Functions: ${header.machineName} ${header.name} failed: ${progress.outcome?.error ?? ""}`,
    );
  }

  #workflow({ header }: Execution): Workflow {
    return {
      definition: parseDefinition(this.store.ledger.definitionOf(header)),
      header,
      issueToken: (scheduledId) => issueToken(this.tokenKey, { execution: header.arn, scheduledId }),
    };
  }

  #runOf({ header }: Execution): Run {
    const known = this.#runs.get(header.arn);
    if (known !== undefined) return known;
    const run: Run = { lane: Promise.resolve() };
    this.#runs.set(header.arn, run);
    return run;
  }
}
