import {
  DescribeExecutionCommand,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import type { Executions, WaitFailure, Workflow } from "../ports";

/** The waits of the workflow on Step Functions. */
export class StepFunctionsWorkflow implements Workflow {
  readonly #client = new SFNClient({ cacheMiddleware: true });

  async succeed(taskToken: string): Promise<void> {
    // The workflow looks at no output: a token may as well be returned by hand.
    await unlessOver(this.#client.send(new SendTaskSuccessCommand({ taskToken, output: "{}" })));
  }

  async fail(taskToken: string, failure: WaitFailure): Promise<void> {
    await unlessOver(this.#client.send(new SendTaskFailureCommand({ taskToken, error: failure })));
  }
}

/** A token answers thus once its wait is over, whoever ended it. */
async function unlessOver(returned: Promise<unknown>): Promise<void> {
  try {
    await returned;
  } catch (error) {
    const isOver =
      error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken;
    if (!isOver) throw error;
  }
}

/** The executions of one state machine on Step Functions. */
export class StepFunctionsExecutions implements Executions {
  readonly #client = new SFNClient({ cacheMiddleware: true });
  readonly #prefix: string;

  constructor(stateMachineArn: string) {
    this.#prefix = stateMachineArn.replace(":stateMachine:", ":execution:");
  }

  async isRunning(name: string): Promise<boolean> {
    try {
      const executionArn = `${this.#prefix}:${name}`;
      const { status } = await this.#client.send(new DescribeExecutionCommand({ executionArn }));
      return status === "RUNNING";
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return false;
      throw error;
    }
  }
}
