import { AwsError } from "../aws-error";
import type { Machine } from "../service";
import { type Execution, type Finished, hashOf, type StateMachine } from "./ledger";
import type { Runner } from "./runner";
import { type Store, summaryOf } from "./store";

/** What lists tell of an execution; `stoppedAt` is 0 while it runs. */
export type ExecutionSummary = Omit<Finished, "place">;

/** Starts executions and finds them again. */
export class Executions {
  constructor(
    private readonly machine: Machine,
    private readonly store: Store,
    private readonly runner: Runner,
  ) {}

  /**
   * Starts an execution. The same name and input while it runs answers the same execution.
   * @throws AwsError ExecutionAlreadyExists
   */
  async start(stateMachine: StateMachine, name: string, input: string): Promise<Execution["header"]> {
    const { region, account, clock } = this.machine;
    const arn = `arn:aws:states:${region}:${account}:execution:${stateMachine.name}:${name}`;
    const { executions, finished } = this.store.ledger;
    const existing = executions.get(arn);
    if (existing?.progress.status === "RUNNING" && existing.header.input === input) {
      await this.runner.settled(existing);
      return existing.header;
    }
    if (existing !== undefined || finished.has(arn)) {
      throw new AwsError("ExecutionAlreadyExists", `Execution Already Exists: '${arn}'`);
    }
    const header = {
      arn,
      name,
      machineArn: stateMachine.arn,
      machineName: stateMachine.name,
      roleArn: stateMachine.roleArn,
      definitionHash: hashOf(stateMachine.definition),
      sequence: this.store.ledger.nextSequence,
      startedAt: clock.now(),
      input,
    };
    await this.runner.begin(header);
    return header;
  }

  /** @throws AwsError InvalidArn, ExecutionDoesNotExist */
  async get(arn: string): Promise<Execution> {
    if (!/^arn:[\w-]+:states:[\w-]+:\d{12}:execution:[^:\s]+:\S+$/.test(arn)) {
      throw new AwsError("InvalidArn", `Invalid Arn: '${arn}'`);
    }
    const { executions, finished } = this.store.ledger;
    const execution = executions.get(arn);
    if (execution !== undefined) return execution;
    const archived = finished.get(arn);
    if (archived !== undefined) return this.store.read(archived);
    throw new AwsError("ExecutionDoesNotExist", `Execution Does Not Exist: '${arn}'`);
  }

  definitionOf(execution: Execution): string {
    return this.store.ledger.definitionOf(execution.header);
  }

  /** Of one state machine, the newest first. */
  of(machineArn: string): ExecutionSummary[] {
    const { executions, finished } = this.store.ledger;
    const all: ExecutionSummary[] = [...finished.values(), ...[...executions.values()].map(summaryOf)];
    return all.filter((each) => each.machineArn === machineArn).sort((a, b) => b.sequence - a.sequence);
  }
}
