import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Operation } from "../service";
import { Draft } from "./draft";
import { isCurrent, type Trigger } from "./interpret";
import { parseInput, requireJson } from "./operation-input";
import type { Runner } from "./runner";

const taskToken = z.string().min(1).max(2048);
const Success = z.object({ taskToken, output: z.string().max(262_144) });
const Failure = z.object({
  taskToken,
  error: z.string().max(256).optional(),
  cause: z.string().max(32_768).optional(),
});
const Heartbeat = z.object({ taskToken });

type Outcome = (scheduledId: number) => Trigger;

/**
 * What those who hold a task token call. A token that was used, is late or belongs to a closed
 * execution answers TaskTimedOut.
 */
export function taskOperations(runner: Runner, now: () => number): Record<string, Operation> {
  const conclude = async (token: string, outcome: Outcome) => {
    const wait = runner.findWait(token);
    if (wait === undefined || !(await runner.handle(wait.execution, outcome(wait.scheduledId)))) refuse();
    return {};
  };
  return {
    SendTaskSuccess: (input) => {
      const { taskToken: token, output } = parseInput(Success, input);
      requireJson(output, "InvalidOutput");
      return conclude(token, (scheduledId) => ({ type: "succeeded", scheduledId, output }));
    },
    SendTaskFailure: (input) => {
      const { taskToken: token, error = "", cause } = parseInput(Failure, input);
      return conclude(token, (scheduledId) => ({ type: "failed", scheduledId, error, cause }));
    },
    // HeartbeatSeconds is refused in definitions, so a heartbeat only tells whether the wait is open.
    SendTaskHeartbeat: (input) => {
      const wait = runner.findWait(parseInput(Heartbeat, input).taskToken);
      if (wait === undefined) return refuse();
      const trigger: Trigger = { type: "succeeded", scheduledId: wait.scheduledId, output: "{}" };
      return isCurrent(new Draft(wait.execution.progress, now()), trigger) ? {} : refuse();
    },
  };
}

function refuse(): never {
  throw new AwsError("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
}
