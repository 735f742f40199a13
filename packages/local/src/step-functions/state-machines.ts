import { randomUUID } from "node:crypto";
import { AwsError } from "../aws-error";
import type { Machine } from "../service";
import { hashOf, type StateMachine } from "./ledger";
import { parseDefinition } from "./parse-definition";
import type { Store } from "./store";

type Wanted = Pick<StateMachine, "name" | "definition" | "roleArn">;

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

  /**
   * For a template: what it said the last time changes nothing, so that a change by hand stays.
   * @throws AwsError InvalidDefinition
   */
  async deploy(wanted: Wanted): Promise<StateMachine> {
    const deployed = hashOf(`${wanted.roleArn} ${wanted.definition}`);
    const existing = this.find(this.arnOf(wanted.name));
    return existing?.deployed === deployed ? existing : this.put({ ...wanted, deployed });
  }

  /** Creates or changes it; the same again writes nothing. @throws AwsError InvalidDefinition */
  async put(wanted: Wanted & Pick<StateMachine, "deployed">): Promise<StateMachine> {
    parseDefinition(wanted.definition);
    const now = this.machine.clock.now();
    const existing = this.find(this.arnOf(wanted.name));
    const { deployed = existing?.deployed } = wanted;
    const isSame = existing?.definition === wanted.definition && existing.roleArn === wanted.roleArn;
    if (isSame && existing.deployed === deployed) return existing;
    const stateMachine = {
      ...wanted,
      ...(deployed !== undefined && { deployed }),
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
