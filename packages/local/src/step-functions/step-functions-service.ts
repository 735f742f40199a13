import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Machine, Service } from "../service";
import { executionOperations } from "./execution-operations";
import { Executions } from "./executions";
import { Runner } from "./runner";
import { stateMachineOperations } from "./state-machine-operations";
import { stateMachineResource } from "./state-machine-resource";
import { stateMachineTarget } from "./state-machine-target";
import { StateMachines } from "./state-machines";
import { Store } from "./store";
import { taskOperations } from "./task-operations";

/**
 * Step Functions: Standard workflows in JSONata with a durable journal. What is acknowledged
 * survives any crash; executions under way go on when `start` is called.
 */
export async function createStepFunctionsService(machine: Machine): Promise<Service> {
  const store = Store.open(join(machine.dataFolder, "step-functions"), () => machine.clock.now());
  const tokenKey = store.ledger.tokenKey ?? randomBytes(32).toString("base64");
  if (store.ledger.tokenKey === undefined) await store.append({ type: "tokenKey", key: tokenKey });
  const runner = new Runner(machine, store, tokenKey);
  const stateMachines = new StateMachines(machine, store);
  const executions = new Executions(machine, store, runner);
  const services = { stateMachines, executions, runner, region: machine.region };
  return {
    name: "states",
    targetPrefix: "AWSStepFunctions",
    jsonVersion: "1.0",
    operations: {
      ...stateMachineOperations(stateMachines),
      ...executionOperations(services),
      ...taskOperations(runner, () => machine.clock.now()),
    },
    resources: [stateMachineResource(stateMachines)],
    target: stateMachineTarget(stateMachines, executions),
    start: async () => runner.start(),
    close: async () => {
      runner.close();
      await store.close();
    },
  };
}
