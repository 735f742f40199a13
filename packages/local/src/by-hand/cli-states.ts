import { expect, test } from "vitest";
import { z } from "zod";
import type { AwsCli } from "./aws-cli.fixture";
import { arn, queueArn, type WalkPlace } from "./walk-place.fixture";

const stateMachineArn = arn("states", "stateMachine:ByCli");
const roleArn = "arn:aws:iam::000000000000:role/any";
const definition = JSON.stringify({
  QueryLanguage: "JSONata",
  StartAt: "Ask",
  States: {
    Ask: {
      Type: "Task",
      Resource: "arn:aws:states:::events:putEvents.waitForTaskToken",
      Arguments: {
        Entries: [
          {
            Source: "cli.states",
            DetailType: "Asked",
            Detail: { token: "{% $states.context.Task.Token %}" },
          },
        ],
      },
      End: true,
    },
  },
});
const Received = z.object({ Messages: z.array(z.object({ Body: z.string() })).min(1) });

/** Step Functions. */
export function cliStates(cli: () => AwsCli, place: () => WalkPlace): void {
  test("states: a state machine, its executions and their tokens", async () => {
    const call = (operation: string, input: object = {}) => cli().call("states", operation, input);
    const QueueUrl = `${place().machine.aws}/000000000000/cli-tokens`;
    await cli().call("sqs", "CreateQueue", { QueueName: "cli-tokens" });
    const rule = { Name: "Tokens", EventPattern: '{"source":["cli.states"]}' };
    await cli().call("events", "PutRule", rule);
    const Targets = [{ Id: "queue", Arn: queueArn("cli-tokens"), InputPath: "$.detail.token" }];
    await cli().call("events", "PutTargets", { Rule: "Tokens", Targets });
    const token = async () => {
      const wait = { QueueUrl, WaitTimeSeconds: 5, VisibilityTimeout: 900 };
      const { Messages } = Received.parse(await cli().call("sqs", "ReceiveMessage", wait));
      return JSON.parse(Messages[0]?.Body ?? "null");
    };
    const made = await call("CreateStateMachine", { name: "ByCli", definition, roleArn });
    expect(made.stateMachineArn).toBe(stateMachineArn);
    await call("UpdateStateMachine", { stateMachineArn, roleArn: `${roleArn}2` });
    expect(await call("DescribeStateMachine", { stateMachineArn })).toMatchObject({
      status: "ACTIVE",
      roleArn: `${roleArn}2`,
    });
    expect((await call("ListStateMachines")).stateMachines).toMatchObject([{ name: "ByCli" }]);
    const start = async (name: string): Promise<string> =>
      (await call("StartExecution", { stateMachineArn, name, input: "{}" })).executionArn;
    const good = await start("good");
    const taskToken = await token();
    await call("SendTaskHeartbeat", { taskToken });
    await call("SendTaskSuccess", { taskToken, output: '"done"' });
    expect(await call("DescribeExecution", { executionArn: good })).toMatchObject({
      status: "SUCCEEDED",
      output: '"done"',
    });
    expect(await cli().errorOf("states", "SendTaskSuccess", { taskToken, output: "1" })).toBe("TaskTimedOut");
    const history = await call("GetExecutionHistory", { executionArn: good, reverseOrder: true });
    expect(history.events[0].type).toBe("ExecutionSucceeded");
    expect((await call("DescribeStateMachineForExecution", { executionArn: good })).name).toBe("ByCli");
    const bad = await start("bad");
    await call("SendTaskFailure", { taskToken: await token(), error: "No" });
    expect(await call("DescribeExecution", { executionArn: bad })).toMatchObject({
      status: "FAILED",
      error: "No",
    });
    await call("StopExecution", { executionArn: await start("stopped") });
    const { executions } = await call("ListExecutions", { stateMachineArn });
    const states = executions.map((each: { name: string; status: string }) => `${each.name} ${each.status}`);
    expect(states).toEqual(["stopped ABORTED", "bad FAILED", "good SUCCEEDED"]);
    await call("DeleteStateMachine", { stateMachineArn });
    expect(await cli().errorOf("states", "DescribeStateMachine", { stateMachineArn })).toBe(
      "StateMachineDoesNotExist",
    );
  });
}
