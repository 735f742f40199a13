import { PutEventsCommand, PutRuleCommand, PutTargetsCommand } from "@aws-sdk/client-eventbridge";
import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StopExecutionCommand,
  UpdateStateMachineCommand,
  ValidateStateMachineDefinitionCommand,
} from "@aws-sdk/client-sfn";
import { CreateQueueCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { expect, test } from "vitest";
import { z } from "zod";
import { arn, queueArn, type WalkPlace } from "./walk-place.fixture";

const name = "Waiting";
const stateMachineArn = arn("states", `stateMachine:${name}`);
const roleArn = arn("iam", "role/any").replace(":us-east-1:", "::");

/** Puts an event with its token and waits; who returns the token ends it. */
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
            Source: "walk",
            DetailType: "Asked",
            Detail: { token: "{% $states.context.Task.Token %}", n: "{% $states.input.n %}" },
          },
        ],
      },
      TimeoutSeconds: 600,
      End: true,
    },
  },
});
const Asked = z.object({ detail: z.object({ token: z.string(), n: z.number().optional() }) });

/** Step Functions, each call by its own client. */
export function walkStates(place: () => WalkPlace): void {
  const executionArn = (execution: string) => arn("states", `execution:${name}:${execution}`);
  const start = (execution: string, input = '{"n":0}') =>
    place().sfn.send(new StartExecutionCommand({ stateMachineArn, name: execution, input }));
  const describe = (execution: string) =>
    place().sfn.send(new DescribeExecutionCommand({ executionArn: executionArn(execution) }));
  const nextToken = async (): Promise<string> => {
    const QueueUrl = `${place().machine.aws}/000000000000/asked`;
    const receive = new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 5, VisibilityTimeout: 600 });
    const { Messages } = await place().sqs.send(receive);
    return Asked.parse(JSON.parse(Messages?.[0]?.Body ?? "null")).detail.token;
  };

  test("states: a state machine is checked, made, changed, described and listed in pages", async () => {
    const { sfn } = place();
    const check = (text: string) =>
      sfn.send(new ValidateStateMachineDefinitionCommand({ definition: text, type: "STANDARD" }));
    expect(await check(definition)).toMatchObject({ result: "OK", diagnostics: [] });
    const broken = await check(definition.replace('"End":true', '"Next":"Nowhere"'));
    expect(broken).toMatchObject({ result: "FAIL", diagnostics: [{ severity: "ERROR" }] });
    const create = (machine: string, text: string) =>
      sfn.send(new CreateStateMachineCommand({ name: machine, definition: text, roleArn }));
    expect(await create(name, definition)).toMatchObject({ stateMachineArn, creationDate: expect.any(Date) });
    await create("Another", definition);
    await expect(create(name, definition.replace("600", "60"))).rejects.toThrow(
      expect.objectContaining({ name: "StateMachineAlreadyExists" }),
    );
    await expect(create("Bad", "{}")).rejects.toThrow(expect.objectContaining({ name: "InvalidDefinition" }));
    const changed = definition.replace('"TimeoutSeconds":600', '"TimeoutSeconds":900');
    const update = new UpdateStateMachineCommand({ stateMachineArn, definition: changed });
    expect((await sfn.send(update)).revisionId).toBeDefined();
    const described = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn }));
    expect(described).toMatchObject({ name, status: "ACTIVE", type: "STANDARD", definition: changed });
    const first = await sfn.send(new ListStateMachinesCommand({ maxResults: 1 }));
    const more = { maxResults: 1, nextToken: first.nextToken };
    const second = await sfn.send(new ListStateMachinesCommand(more));
    const names = [first, second].flatMap((page) => page.stateMachines?.map((each) => each.name));
    expect(names.toSorted()).toEqual(["Another", name]);
  });

  test("states: an execution waits for its token, and its history is read in pages and backwards", async () => {
    const { sfn, events, sqs } = place();
    await sqs.send(new CreateQueueCommand({ QueueName: "asked" }));
    await events.send(new PutRuleCommand({ Name: "Asked", EventPattern: '{"source":["walk"]}' }));
    const Targets = [{ Id: "queue", Arn: queueArn("asked") }];
    await events.send(new PutTargetsCommand({ Rule: "Asked", Targets }));
    expect((await start("good", '{"n":1}')).executionArn).toBe(executionArn("good"));
    await expect(start("good", '{"n":2}')).rejects.toThrow(
      expect.objectContaining({ name: "ExecutionAlreadyExists" }),
    );
    const taskToken = await nextToken();
    await sfn.send(new SendTaskHeartbeatCommand({ taskToken }));
    const bad = new SendTaskSuccessCommand({ taskToken, output: "{" });
    await expect(sfn.send(bad)).rejects.toThrow(expect.objectContaining({ name: "InvalidOutput" }));
    const success = () => sfn.send(new SendTaskSuccessCommand({ taskToken, output: '{"done":true}' }));
    await success();
    await expect(success()).rejects.toThrow(expect.objectContaining({ name: "TaskTimedOut" }));
    expect(await describe("good")).toMatchObject({ status: "SUCCEEDED", output: '{"done":true}' });
    const of = { executionArn: executionArn("good") };
    const ids: (number | undefined)[] = [];
    let nextPage: string | undefined;
    do {
      const page = { ...of, maxResults: 2, nextToken: nextPage };
      const { events: found = [], nextToken: next } = await sfn.send(new GetExecutionHistoryCommand(page));
      ids.push(...found.map(({ id }) => id));
      nextPage = next;
    } while (nextPage !== undefined);
    const backwards = await sfn.send(new GetExecutionHistoryCommand({ ...of, reverseOrder: true }));
    expect(backwards.events?.map(({ id }) => id)).toEqual(ids.toReversed());
    expect(backwards.events?.[0]).toMatchObject({
      type: "ExecutionSucceeded",
      executionSucceededEventDetails: { output: '{"done":true}' },
    });
    expect(ids).toEqual(ids.map((_, index) => index + 1));
    const started = await sfn.send(new DescribeStateMachineForExecutionCommand(of));
    expect(started).toMatchObject({ name, stateMachineArn });
  });

  test("states: an execution fails by its token, is stopped by hand, is started by a rule", async () => {
    const { sfn, events } = place();
    await start("failing");
    const failure = { taskToken: await nextToken(), error: "Cancelled", cause: "by hand" };
    await sfn.send(new SendTaskFailureCommand(failure));
    expect(await describe("failing")).toMatchObject({ status: "FAILED", error: "Cancelled" });
    await start("stopped");
    const taskToken = await nextToken();
    const stop = { executionArn: executionArn("stopped"), error: "Stopped" };
    expect((await sfn.send(new StopExecutionCommand(stop))).stopDate).toBeInstanceOf(Date);
    await expect(sfn.send(new SendTaskHeartbeatCommand({ taskToken }))).rejects.toThrow(
      expect.objectContaining({ name: "TaskTimedOut" }),
    );
    await events.send(new PutRuleCommand({ Name: "Go", EventPattern: '{"source":["go"]}' }));
    const Targets = [{ Id: "machine", Arn: stateMachineArn, RoleArn: roleArn, InputPath: "$.detail" }];
    await events.send(new PutTargetsCommand({ Rule: "Go", Targets }));
    const Entries = [{ Source: "go", DetailType: "Go", Detail: '{"n":7}' }];
    await events.send(new PutEventsCommand({ Entries }));
    await nextToken();
    const list = async (more: object) =>
      (await sfn.send(new ListExecutionsCommand({ stateMachineArn, ...more }))).executions ?? [];
    const [running, ...others] = await list({ statusFilter: "RUNNING" });
    expect(others).toEqual([]);
    const byRule = { executionArn: running?.executionArn };
    expect(await sfn.send(new DescribeExecutionCommand(byRule))).toMatchObject({ input: '{"n":7}' });
    expect((await list({ maxResults: 2 })).map((each) => each.status)).toEqual(["RUNNING", "ABORTED"]);
    await expect(sfn.send(new SendTaskFailureCommand({ taskToken: "nonsense" }))).rejects.toThrow(
      expect.objectContaining({ name: "InvalidToken" }),
    );
  });

  test("states: a state machine that is deleted starts nothing more", async () => {
    const { sfn } = place();
    await sfn.send(new DeleteStateMachineCommand({ stateMachineArn }));
    await expect(start("late")).rejects.toThrow(
      expect.objectContaining({ name: "StateMachineDoesNotExist" }),
    );
    await expect(describe("never")).rejects.toThrow(
      expect.objectContaining({ name: "ExecutionDoesNotExist" }),
    );
  });
}
