import {
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetQueueUrlCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { inlineFunction, type MachineForTests, machineOf } from "../machine.fixture";

// A call may wait for a worker to start, on a machine that has much else to do.
vi.setConfig({ testTimeout: 30_000 });

const slow = { timeout: 20_000 };

let machine: MachineForTests;
let dynamodb: DynamoDBClient;
let events: EventBridgeClient;
let sqs: SQSClient;
let lambda: LambdaClient;

const counter = `
const { request } = require("node:http");
exports.handler = () => new Promise((done, failed) => {
  const { hostname, port } = new URL(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? process.env.AWS_ENDPOINT_URL);
  const headers = {
    "x-amz-target": "DynamoDB_20120810.UpdateItem",
    "content-type": "application/x-amz-json-1.0",
    authorization: "AWS4-HMAC-SHA256 Credential=" + process.env.AWS_ACCESS_KEY_ID + "/x/us-east-1/dynamodb/aws4_request",
  };
  const call = request({ hostname, port, method: "POST", headers }, (answer) => {
    answer.resume();
    answer.on("end", () => done(answer.statusCode));
  });
  call.on("error", failed);
  call.end(JSON.stringify({
    TableName: "counts", Key: { PK: { S: "written" } },
    UpdateExpression: "ADD n :one", ExpressionAttributeValues: { ":one": { N: "1" } },
  }));
});`;

beforeAll(async () => {
  const to = (name: string) => ({ "Fn::GetAtt": [name, "Arn"] });
  const resources = {
    Came: { Type: "AWS::SQS::Queue", Properties: { QueueName: "came" } },
    Dead: { Type: "AWS::SQS::Queue", Properties: { QueueName: "dead" } },
    Writer: inlineFunction("Writer", counter),
    All: {
      Type: "AWS::Events::Rule",
      Properties: {
        EventPattern: { source: ["test"] },
        Targets: [{ Id: "came", Arn: to("Came"), DeadLetterConfig: { Arn: to("Dead") } }],
      },
    },
  };
  machine = await machineOf({ Resources: resources }, "--faults", "{}");
  const settings = {
    endpoint: machine.aws,
    region: "us-east-1",
    credentials: { accessKeyId: "by-hand", secretAccessKey: "x" },
    maxAttempts: 1,
  };
  dynamodb = new DynamoDBClient(settings);
  events = new EventBridgeClient(settings);
  sqs = new SQSClient(settings);
  lambda = new LambdaClient(settings);
  await dynamodb.send(
    new CreateTableCommand({
      TableName: "counts",
      KeySchema: [{ AttributeName: "PK", KeyType: "HASH" }],
      AttributeDefinitions: [{ AttributeName: "PK", AttributeType: "S" }],
      BillingMode: "PAY_PER_REQUEST",
    }),
  );
}, 60_000);
afterAll(() => machine.stop());
beforeEach(() => setFaults());

async function setFaults(...faults: object[]): Promise<void> {
  const body = JSON.stringify({ faults });
  const answer = await fetch(`${machine.aws}/_local/faults`, { method: "POST", body });
  expect(answer.status).toBe(200);
}

function add(key: string) {
  return dynamodb.send(
    new UpdateItemCommand({
      TableName: "counts",
      Key: { PK: { S: key } },
      UpdateExpression: "ADD n :one",
      ExpressionAttributeValues: { ":one": { N: "1" } },
    }),
  );
}

async function countOf(key: string): Promise<string | undefined> {
  const found = await dynamodb.send(
    new GetItemCommand({ TableName: "counts", Key: { PK: { S: key } }, ConsistentRead: true }),
  );
  return found.Item?.n?.N;
}

async function receive(queue: string): Promise<string[]> {
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: queue }));
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  return Messages.map(({ Body = "" }) => JSON.parse(Body).detail.name);
}

async function put(name: string): Promise<void> {
  const Detail = JSON.stringify({ name });
  await events.send(new PutEventsCommand({ Entries: [{ Source: "test", DetailType: "t", Detail }] }));
}

test("a throttled table answers as AWS does, so many times as the fault has it", async () => {
  await setFaults({ service: "dynamodb", operation: "UpdateItem", mode: "throttle", count: 1 });
  await expect(add("throttled")).rejects.toThrow(
    expect.objectContaining({ name: "ProvisionedThroughputExceededException" }),
  );
  await add("throttled");
  expect(await countOf("throttled")).toBe("1");
});

test("a transaction that meets another is cancelled with its reasons", async () => {
  await setFaults({ service: "dynamodb", mode: "conflict", operation: "TransactWriteItems" });
  const Put = { TableName: "counts", Item: { PK: { S: "a" } } };
  const writing = dynamodb.send(new TransactWriteItemsCommand({ TransactItems: [{ Put }] }));
  await expect(writing).rejects.toThrow(
    expect.objectContaining({
      name: "TransactionCanceledException",
      CancellationReasons: [expect.objectContaining({ Code: "TransactionConflict" })],
    }),
  );
});

test("a refused call did nothing, a call whose answer was dropped did everything", async () => {
  await setFaults({ service: "dynamodb", operation: "UpdateItem", mode: "refuse", count: 1 });
  await expect(add("refused")).rejects.toThrow();
  expect(await countOf("refused")).toBeUndefined();
  await setFaults({ service: "dynamodb", operation: "UpdateItem", mode: "drop-answer", count: 1 });
  await expect(add("dropped")).rejects.toThrow();
  expect(await countOf("dropped")).toBe("1");
});

test("a function is ended between its write and what it would do next", async () => {
  await setFaults({ service: "dynamodb", operation: "UpdateItem", mode: "kill-caller", caller: "Writer" });
  const killed = await lambda.send(new InvokeCommand({ FunctionName: "Writer" }));
  expect(killed.FunctionError).toBe("Unhandled");
  expect(killed.Payload?.transformToString()).toContain("Runtime.ExitError");
  expect(await countOf("written")).toBe("1");
  await setFaults();
  const next = await lambda.send(new InvokeCommand({ FunctionName: "Writer" }));
  expect(next.Payload?.transformToString()).toBe("200");
  expect(await countOf("written")).toBe("2");
});

test("a function and a service of the JSON protocol are throttled under their own names", async () => {
  await setFaults(
    { service: "lambda", operation: "Invoke", mode: "throttle" },
    { service: "events", operation: "PutEvents", mode: "throttle" },
    { service: "sqs", operation: "GetQueueUrl", mode: "drop-answer" },
  );
  const invoking = lambda.send(new InvokeCommand({ FunctionName: "Writer" }));
  await expect(invoking).rejects.toThrow(expect.objectContaining({ name: "TooManyRequestsException" }));
  await expect(put("x")).rejects.toThrow(expect.objectContaining({ name: "ThrottlingException" }));
  await expect(receive("came")).rejects.toThrow();
});

test("the bus delivers twice", async () => {
  await setFaults({ service: "events", operation: "Deliver", mode: "twice", containing: '"again"' });
  await put("once");
  await put("again");
  const came: string[] = [];
  await expect
    .poll(async () => {
      came.push(...(await receive("came")));
      return came.toSorted();
    }, slow)
    .toEqual(["again", "again", "once"]);
});

test("the bus delivers late, by the machine's clock", async () => {
  await setFaults({ service: "events", operation: "Deliver", mode: "late", seconds: 600, count: 1 });
  await put("late");
  await put("punctual");
  await expect.poll(() => receive("came"), slow).toEqual(["punctual"]);
  const body = JSON.stringify({ advanceSeconds: 600 });
  await fetch(`${machine.aws}/_local/clock`, { method: "POST", body });
  const came: string[] = [];
  await expect
    .poll(async () => {
      came.push(...(await receive("came")));
      return came;
    }, slow)
    .toContain("late");
});

test("an event goes to the dead-letter queue as if its target were out of reach", async () => {
  await setFaults({ service: "events", operation: "Deliver", mode: "dead-letter" });
  await put("lost");
  await expect.poll(() => receive("dead"), slow).toEqual(["lost"]);
});

test("the HTTP API loses an answer", async () => {
  await setFaults({ service: "apigateway", operation: "GET", containing: "/lost", mode: "drop-answer" });
  await expect(fetch(`${machine.api}/lost`)).rejects.toThrow();
  expect((await fetch(`${machine.api}/found`)).status).toBe(404);
});

test("what was injected is counted", async () => {
  const read = await fetch(`${machine.aws}/_local/faults`);
  expect(await read.json()).toMatchObject({
    injected: { "dynamodb UpdateItem kill-caller": 1, "events Deliver twice": 1 },
  });
});
