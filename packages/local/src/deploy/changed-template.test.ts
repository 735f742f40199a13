import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { type RunningMachine, startMachine } from "../machine";
import { temporaryFolder } from "../machine-for-tests";
import { parseOptions } from "../options";

const base = 21360;
const aws = `http://127.0.0.1:${base + 1566}`;
const place = temporaryFolder();
const states = "arn:aws:states:us-east-1:000000000000:";
let running: RunningMachine | undefined;

afterEach(() => stop());
afterAll(() => place.remove());

async function start(resources: object, folder = "data"): Promise<void> {
  const template = join(place.folder, "Shop.template.json");
  writeFileSync(template, JSON.stringify({ Resources: resources }));
  const data = join(place.folder, folder);
  const options = parseOptions(["--template", template, "--data", data, "--port-base", String(base)]);
  if (options === "help") throw new Error("no help was asked for");
  running = await startMachine(options, () => undefined);
}

async function stop(): Promise<void> {
  await running?.stop();
  running = undefined;
}

// Answers of services are open structures; a test reads what it asked for.
// biome-ignore lint/suspicious/noExplicitAny: see above
async function call(target: string, input: object): Promise<any> {
  const headers = { "x-amz-target": target, "content-type": "application/x-amz-json-1.0" };
  return (await fetch(aws, { method: "POST", headers, body: JSON.stringify(input) })).json();
}

async function invoke(name: string): Promise<unknown> {
  return (await fetch(`${aws}/2015-03-31/functions/${name}/invocations`, { method: "POST" })).json();
}

async function until<Value>(look: () => Promise<Value>, isRight: (value: Value) => boolean): Promise<Value> {
  const right: Value[] = [];
  const looked = async () => {
    const value = await look();
    if (isRight(value)) right.push(value);
    return right.length;
  };
  await expect.poll(looked).toBe(1);
  return right[0] ?? look();
}

const table = (properties: object = {}, policy = "Delete") => ({
  Type: "AWS::DynamoDB::Table",
  DeletionPolicy: policy,
  UpdateReplacePolicy: policy,
  Properties: {
    TableName: "orders",
    KeySchema: [{ AttributeName: "PK", KeyType: "HASH" }],
    AttributeDefinitions: [{ AttributeName: "PK", AttributeType: "S" }],
    ...properties,
  },
});

/** Waits for a person, tries once more, then says which definition it had. */
const workflow = (word: string) => ({
  QueryLanguage: "JSONata",
  StartAt: "Ask",
  States: {
    Ask: {
      Type: "Task",
      Resource: "arn:aws:states:::events:putEvents.waitForTaskToken",
      Arguments: {
        Entries: [
          {
            EventBusName: "shop",
            Source: "shop",
            DetailType: "Asked",
            Detail: { token: "{% $states.context.Task.Token %}" },
          },
        ],
      },
      Retry: [{ ErrorEquals: ["Again"], IntervalSeconds: 1, MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ["No"], Next: "Refused" }],
      End: true,
    },
    Refused: { Type: "Succeed", Output: `${word} refused` },
  },
});

const version = (word: string) => {
  const code = `exports.handler = async () => [${JSON.stringify(word)}, process.env.WORD];`;
  const lambda = (FunctionName: string) => ({
    Type: "AWS::Lambda::Function",
    Properties: {
      FunctionName,
      Handler: "index.handler",
      Runtime: "nodejs22.x",
      Role: "role",
      Code: { ZipFile: code },
      Environment: { Variables: { WORD: `env ${word}` } },
    },
  });
  const rule = (Name: string, detailType: string) => ({
    Type: "AWS::Events::Rule",
    Properties: {
      Name,
      EventBusName: { Ref: "Bus" },
      EventPattern: { "detail-type": [detailType] },
      Targets: [{ Id: "queue", Arn: { "Fn::GetAtt": ["Queue", "Arn"] } }],
    },
  });
  const route = (key: string, integration: string) => ({
    Type: "AWS::ApiGatewayV2::Route",
    Properties: {
      ApiId: { Ref: "Api" },
      RouteKey: key,
      Target: { "Fn::Join": ["", ["integrations/", { Ref: integration }]] },
      AuthorizationType: "NONE",
    },
  });
  return {
    Bus: { Type: "AWS::Events::EventBus", Properties: { Name: "shop" } },
    Queue: {
      Type: "AWS::SQS::Queue",
      Properties: { QueueName: "asked", VisibilityTimeout: word === "old" ? 20 : 40 },
    },
    Asked: rule("Asked", word === "old" ? "Asked" : "Nothing"),
    Function: lambda("Told"),
    Machine: {
      Type: "AWS::StepFunctions::StateMachine",
      Properties: {
        StateMachineName: "Order",
        RoleArn: "role",
        DefinitionString: JSON.stringify(workflow(word)),
      },
    },
    Api: { Type: "AWS::ApiGatewayV2::Api", Properties: { Name: "api", ProtocolType: "HTTP" } },
    Stage: {
      Type: "AWS::ApiGatewayV2::Stage",
      Properties: { ApiId: { Ref: "Api" }, StageName: "$default", AutoDeploy: true },
    },
    Integration: {
      Type: "AWS::ApiGatewayV2::Integration",
      Properties: {
        ApiId: { Ref: "Api" },
        IntegrationType: "AWS_PROXY",
        PayloadFormatVersion: "2.0",
        IntegrationUri: { "Fn::GetAtt": ["Function", "Arn"] },
      },
    },
    Route: route(`GET /${word}`, "Integration"),
    ...(word === "old" && {
      OldRule: rule("Old", "Old"),
      OldFunction: lambda("OldTold"),
      OldMachine: {
        Type: "AWS::StepFunctions::StateMachine",
        Properties: {
          StateMachineName: "OldOrder",
          RoleArn: "role",
          DefinitionString: JSON.stringify(workflow("gone")),
        },
      },
      OldQueue: { Type: "AWS::SQS::Queue", Properties: { QueueName: "old" } },
      OldLog: { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: "/old" } },
    }),
  };
};

async function token(): Promise<string> {
  const { QueueUrl } = await call("AmazonSQS.GetQueueUrl", { QueueName: "asked" });
  const receive = () => call("AmazonSQS.ReceiveMessage", { QueueUrl, WaitTimeSeconds: 5 });
  const { Messages } = await until(receive, (answer) => answer.Messages !== undefined);
  await call("AmazonSQS.DeleteMessage", { QueueUrl, ReceiptHandle: Messages[0].ReceiptHandle });
  return JSON.parse(Messages[0].Body).detail.token;
}

const names = (list: { Name: string }[]) => list.map(({ Name }) => Name);

test("a changed template changes everything in place; what runs keeps its definition, what was made by hand stays", {
  timeout: 60_000,
}, async () => {
  await start({ ...version("old"), Table: table({}, "Retain") });
  expect(await invoke("Told")).toEqual(["old", "env old"]);
  await call("DynamoDB_20120810.PutItem", { TableName: "orders", Item: { PK: { S: "1" } } });
  const waiting: { executionArn: string; taskToken: string; word: string }[] = [];
  for (const [name, word] of [
    ["Order", "old"],
    ["OldOrder", "gone"],
  ] as const) {
    const stateMachineArn = `${states}stateMachine:${name}`;
    const { executionArn } = await call("AWSStepFunctions.StartExecution", { stateMachineArn, input: "{}" });
    waiting.push({ executionArn, taskToken: await token(), word });
  }
  await call("AWSEvents.PutRule", {
    Name: "Hand",
    EventBusName: "shop",
    EventPattern: '{"source":["shop"]}',
  });
  const target = { Id: "hand", Arn: "arn:aws:sqs:us-east-1:000000000000:asked" };
  await call("AWSEvents.PutTargets", { Rule: "Hand", EventBusName: "shop", Targets: [target] });
  await call("AWSEvents.CreateEventBus", { Name: "hand" });
  const byHand = {
    name: "Hand",
    roleArn: "arn:aws:iam::000000000000:role/r",
    definition: JSON.stringify(workflow("hand")),
  };
  await call("AWSStepFunctions.CreateStateMachine", byHand);
  await stop();

  await start(version("new"));
  expect(await invoke("Told")).toEqual(["new", "env new"]);
  expect(await invoke("OldTold")).toMatchObject({ __type: "ResourceNotFoundException" });
  const rules = await call("AWSEvents.ListRules", { EventBusName: "shop" });
  expect(names(rules.Rules)).toEqual(["Asked", "Hand"]);
  expect(rules.Rules[0].EventPattern).toBe('{"detail-type":["Nothing"]}');
  expect(names((await call("AWSEvents.ListEventBuses", {})).EventBuses)).toEqual(["default", "shop", "hand"]);
  const { stateMachines } = await call("AWSStepFunctions.ListStateMachines", {});
  expect(stateMachines.map(({ name }: { name: string }) => name).sort()).toEqual(["Hand", "Order"]);
  const { QueueUrls } = await call("AmazonSQS.ListQueues", {});
  expect(QueueUrls).toEqual([expect.stringMatching(/asked$/)]);
  const all = { QueueUrl: QueueUrls[0], AttributeNames: ["All"] };
  expect((await call("AmazonSQS.GetQueueAttributes", all)).Attributes).toMatchObject({
    VisibilityTimeout: "40",
  });
  const { logGroups } = await call("Logs_20140328.DescribeLogGroups", { logGroupNamePrefix: "/old" });
  expect(logGroups).toEqual([]);
  const api = `http://127.0.0.1:${base + 1000}`;
  expect((await fetch(`${api}/new`)).status).toBe(200);
  expect((await fetch(`${api}/old`)).status).toBe(404);
  // The template let go of it, as it was told to; nothing is lost.
  const item = { TableName: "orders", Key: { PK: { S: "1" } } };
  expect((await call("DynamoDB_20120810.GetItem", item)).Item).toEqual({ PK: { S: "1" } });

  // The rule by hand brings the token of the wait's second try; then the Catch of the first definition.
  for (const { executionArn, taskToken, word } of waiting) {
    await call("AWSStepFunctions.SendTaskFailure", { taskToken, error: "Again" });
    await call("AWSStepFunctions.SendTaskFailure", { taskToken: await token(), error: "No" });
    const describe = () => call("AWSStepFunctions.DescribeExecution", { executionArn });
    const { output } = await until(describe, ({ status }) => status !== "RUNNING");
    expect(output).toBe(JSON.stringify(`${word} refused`));
  }
});

test("what would lose a table's items is refused by name, and nothing is changed", {
  timeout: 60_000,
}, async () => {
  await start({ ...version("old"), Table: table() }, "refused");
  await call("DynamoDB_20120810.PutItem", { TableName: "orders", Item: { PK: { S: "2" } } });
  await stop();
  const otherKey = { AttributeDefinitions: [{ AttributeName: "PK", AttributeType: "N" }] };
  for (const [resources, problem] of [
    [{ ...version("new"), Table: table(otherKey) }, /Table .*table orders: its KeySchema has changed/],
    [version("new"), /Table .*table orders: the template no longer has it/],
    [{ ...version("new"), Table: table({ TableName: "bookings" }) }, /table orders: the template no longer/],
  ] as const) {
    await expect(start(resources, "refused")).rejects.toThrow(problem);
  }

  await start({ ...version("old"), Renamed: table() }, "refused");
  expect(await invoke("Told")).toEqual(["old", "env old"]);
  const { definition } = await call("AWSStepFunctions.DescribeStateMachine", {
    stateMachineArn: `${states}stateMachine:Order`,
  });
  expect(definition).toBe(JSON.stringify(workflow("old")));
  const item = { TableName: "orders", Key: { PK: { S: "2" } } };
  expect((await call("DynamoDB_20120810.GetItem", item)).Item).toEqual({ PK: { S: "2" } });
  await call("DynamoDB_20120810.DeleteItem", item);
  await stop();
  await start(version("new"), "refused");
  expect((await call("DynamoDB_20120810.ListTables", {})).TableNames).toEqual([]);
});
