import { randomUUID } from "node:crypto";
import { AwsError } from "../aws-error";
import type { Machine } from "../service";
import type { StateMachine } from "./ledger";
import { parseDefinition } from "./parse-definition";
import type { Store } from "./store";

/** The state machines of this region: created by the API or by the template. */
export class StateMachines {
  constructor(
    private readonly machine: Machine,
    private readonly store: Store,
  ) {}

  arnOf(name: string): string {
    return `arn:aws:states:${this.machine.region}:${this.machine.account}:stateMachine:${name}`;
  }

  all(): StateMachine[] {
    return [...this.store.ledger.machines.values()];
  }

  find(arn: string): StateMachine | undefined {
    return this.store.ledger.machines.get(arn);
  }

  /** @throws AwsError InvalidArn, StateMachineDoesNotExist */
  get(arn: string): StateMachine {
    if (!/^arn:[\w-]+:states:[\w-]+:\d{12}:stateMachine:\S+$/.test(arn)) {
      throw new AwsError("InvalidArn", `Invalid Arn: '${arn}'`);
    }
    const found = this.find(arn);
    if (found !== undefined) return found;
    throw new AwsError("StateMachineDoesNotExist", `State Machine Does Not Exist: '${arn}'`);
  }

  /** Creates or changes it; the same again writes nothing. @throws AwsError InvalidDefinition */
  async put(wanted: Pick<StateMachine, "name" | "definition" | "roleArn">): Promise<StateMachine> {
    parseDefinition(wanted.definition);
    const now = this.machine.clock.now();
    const existing = this.find(this.arnOf(wanted.name));
    if (existing?.definition === wanted.definition && existing.roleArn === wanted.roleArn) return existing;
    const stateMachine = {
      ...wanted,
      arn: this.arnOf(wanted.name),
      createdAt: existing?.createdAt ?? now,
      updatedAt: now,
      revisionId: existing === undefined ? "INITIAL" : randomUUID(),
    };
    await this.store.append({ type: "machine", machine: stateMachine });
    return stateMachine;
  }

  /** Executions under way go on with the definition they started with. */
  async delete(arn: string): Promise<void> {
    if (this.find(arn) !== undefined) await this.store.append({ type: "machineDeleted", arn });
  }
}
