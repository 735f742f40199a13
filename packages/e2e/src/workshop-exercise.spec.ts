import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import {
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SendTaskSuccessCommand,
} from "@aws-sdk/client-sfn";
import { z } from "zod";
import { expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { awsClients, names } from "./aws-clients";
import type { Stack } from "./stack";

const runFile = promisify(execFile);
const drink = { drink: "espresso", modifiers: [] };
const StartedEvent = z.object({ detail: z.object({ TaskToken: z.string(), execution: z.string() }) });

test("the workshop's exercise: an order by hand waits with its token, is submitted, and goes on", async ({
  stack,
}) => {
  const aws = awsClients(stack);
  await aws.put("Validator.NewOrder", { userId: "1", orderId: "1" });
  const { TaskToken, execution } = await startedEventOf(stack, "1");

  await expect
    .poll(() => rowOf(stack, "1"))
    .toMatchObject({ ORDERSTATE: { S: "CREATED" }, TaskToken: { S: TaskToken } });

  const barista = await ApiUser.signIn(stack, "barista@example.com");
  const submitted = await barista.call("PUT", "/orders/1", drink);
  expect(submitted.status, JSON.stringify(submitted.body)).toBe(200);
  await expect.poll(() => statesEntered(stack, execution)).toContain("WaitForBarista");
});

test("a token that is returned by hand moves the workflow on, too, and only once", async ({ stack }) => {
  const aws = awsClients(stack);
  await aws.put("Validator.NewOrder", { userId: "2", orderId: "2" });
  const { TaskToken: taskToken, execution } = await startedEventOf(stack, "2");
  const back = new SendTaskSuccessCommand({ taskToken, output: '{"anything":"at all"}' });
  await aws.stepFunctions.send(back);
  await expect.poll(() => statesEntered(stack, execution)).toContain("WaitForBarista");
  await expect(aws.stepFunctions.send(back)).rejects.toThrow(
    expect.objectContaining({ name: "TaskTimedOut" }),
  );
});

test("the exercise works by the AWS CLI, word for word", async ({ stack }) => {
  test.skip(!existsSync("/usr/bin/aws"), "no AWS CLI on this machine");
  const aws = (...args: string[]) => cli(stack, args);
  const entry = {
    EventBusName: "Serverlesspresso",
    Source: "awsserverlessda.serverlesspresso",
    DetailType: "Validator.NewOrder",
    Detail: '{"userId":"1","orderId":"cli-1"}',
  };
  expect(await aws("events", "put-events", "--entries", JSON.stringify([entry]))).toMatchObject({
    FailedEntryCount: 0,
  });
  const log = ["logs", "filter-log-events", "--log-group-name", "/aws/events/serverlesspressoEventBus"];
  await expect
    .poll(async () =>
      JSON.stringify(await aws(...log, "--filter-pattern", '"OrderProcessor.WorkflowStarted" "cli-1"')),
    )
    .toContain("TaskToken");
  await expect
    .poll(async () =>
      JSON.stringify(await aws("dynamodb", "scan", "--table-name", "serverlesspresso-order-table")),
    )
    .toContain('"SK":{"S":"cli-1"}');
  const barista = await ApiUser.signIn(stack, "barista@example.com");
  expect((await barista.call("PUT", "/orders/cli-1", drink)).status).toBe(200);
  const { execution } = await startedEventOf(stack, "cli-1");
  const arn = await executionArn(stack, execution);
  await expect
    .poll(async () =>
      JSON.stringify(await aws("stepfunctions", "get-execution-history", "--execution-arn", arn)),
    )
    .toContain("WaitForBarista");
});

async function startedEventOf(stack: Stack, orderId: string) {
  const { logs } = awsClients(stack);
  const search = new FilterLogEventsCommand({
    logGroupName: names.eventLogGroup,
    filterPattern: `{ $.detail-type = "OrderProcessor.WorkflowStarted" && $.detail.orderId = "${orderId}" }`,
  });
  await expect.poll(async () => (await logs.send(search)).events?.length).toBe(1);
  const [event] = (await logs.send(search)).events ?? [];
  return StartedEvent.parse(JSON.parse(event?.message ?? "")).detail;
}

async function rowOf(stack: Stack, orderId: string) {
  const { Items = [] } = await awsClients(stack).dynamodb.send(
    new ScanCommand({ TableName: names.orderTable }),
  );
  return Items.find((item) => item.SK?.S === orderId);
}

async function executionArn(stack: Stack, name: string): Promise<string> {
  const { executions = [] } = await awsClients(stack).stepFunctions.send(
    new ListExecutionsCommand({
      stateMachineArn: `arn:aws:states:us-east-1:000000000000:stateMachine:${names.workflow}`,
    }),
  );
  const arn = executions.find((each) => each.name === name)?.executionArn;
  if (!arn) throw new Error(`there is no execution ${name}`);
  return arn;
}

async function statesEntered(stack: Stack, execution: string): Promise<string[]> {
  const executionArnFound = await executionArn(stack, execution);
  const { events = [] } = await awsClients(stack).stepFunctions.send(
    new GetExecutionHistoryCommand({ executionArn: executionArnFound }),
  );
  return events.flatMap((event) => event.stateEnteredEventDetails?.name ?? []);
}

async function cli(stack: Stack, args: string[]): Promise<unknown> {
  const { stdout } = await runFile(
    "/usr/bin/aws",
    ["--endpoint-url", stack.awsUrl, "--output", "json", ...args],
    {
      // Whatever else the tests before put on the bus is in the log, too.
      maxBuffer: 256 * 1024 * 1024,
      env: {
        PATH: process.env.PATH,
        HOME: "/nonexistent",
        AWS_ACCESS_KEY_ID: "local",
        AWS_SECRET_ACCESS_KEY: "local",
        AWS_DEFAULT_REGION: "us-east-1",
        AWS_PAGER: "",
        AWS_EC2_METADATA_DISABLED: "true",
      },
    },
  );
  return stdout === "" ? {} : JSON.parse(stdout);
}
