import type { Bindings } from "./jsonata-template";
import type { ExecutionHeader } from "./ledger";
import type { Progress } from "./progress";

export interface StateData {
  result?: unknown;
  errorOutput?: { Error: string; Cause: string };
  token?: string;
}

/** The variables and `$states` as a state's expressions see them. */
export function stateBindings(header: ExecutionHeader, progress: Progress, data: StateData = {}): Bindings {
  const { token, ...rest } = data;
  const context = {
    Execution: {
      Id: header.arn,
      Name: header.name,
      Input: JSON.parse(header.input),
      StartTime: new Date(header.startedAt).toISOString(),
      RoleArn: header.roleArn,
    },
    StateMachine: { Id: header.machineArn, Name: header.machineName },
    ...stateContext(progress),
    ...(token === undefined ? {} : { Task: { Token: token } }),
  };
  const input = JSON.parse(progress.state?.input ?? progress.input);
  return { ...progress.variables, states: { input, context, ...rest } };
}

function stateContext(progress: Progress): object {
  if (progress.state === undefined) return {};
  const { name, enteredAt, retries } = progress.state;
  const retryCount = Object.values(retries).reduce((sum, count) => sum + count, 0);
  return { State: { Name: name, EnteredTime: new Date(enteredAt).toISOString(), RetryCount: retryCount } };
}
