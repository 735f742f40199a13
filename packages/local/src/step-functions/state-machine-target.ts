import { randomUUID } from "node:crypto";
import type { Target } from "../service";
import type { Executions } from "./executions";
import type { StateMachines } from "./state-machines";

/** Rules start an execution with the event as its input. A redelivered event starts another one, as on AWS. */
export function stateMachineTarget(stateMachines: StateMachines, executions: Executions): Target {
  return {
    accepts: (arn) => /^arn:[\w-]+:states:[\w-]+:\d{12}:stateMachine:/.test(arn),
    deliver: async (arn, input) => {
      await executions.start(stateMachines.get(arn), randomUUID(), input);
    },
  };
}
