import { AwsError } from "../aws-error";
import type { Machine } from "../service";
import { type Execution, hashOf, type StateMachine } from "./ledger";
import type { Runner } from "./runner";
import type { Store } from "./store";

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
    const existing = this.store.ledger.executions.get(arn);
    if (existing !== undefined) {
      if (existing.progress.status !== "RUNNING" || existing.header.input !== input) {
        throw new AwsError("ExecutionAlreadyExists", `Execution Already Exists: '${arn}'`);
      }
      await this.runner.settled(existing);
      return existing.header;
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
  get(arn: string): Execution {
    if (!/^arn:[\w-]+:states:[\w-]+:\d{12}:execution:[^:\s]+:\S+$/.test(arn)) {
      throw new AwsError("InvalidArn", `Invalid Arn: '${arn}'`);
    }
    const execution = this.store.ledger.executions.get(arn);
    if (execution !== undefined) return execution;
    throw new AwsError("ExecutionDoesNotExist", `Execution Does Not Exist: '${arn}'`);
  }

  definitionOf(execution: Execution): string {
    return this.store.ledger.definitionOf(execution.header);
  }

  /** Of one state machine, the newest first. */
  of(machineArn: string): Execution[] {
    return [...this.store.ledger.executions.values()]
      .filter(({ header }) => header.machineArn === machineArn)
      .sort((a, b) => b.header.sequence - a.header.sequence);
  }
}
