import { expect, test } from "vitest";
import { AwsError } from "../aws-error";
import { callIntegration } from "./integration";

const header = {
  arn: "execution-arn",
  name: "name",
  machineArn: "machine-arn",
  machineName: "machine",
  roleArn: "role",
  definitionHash: "hash",
  sequence: 1,
  startedAt: 0,
  input: "{}",
};

async function call(
  resource: string,
  parameters: unknown,
  answer: () => Record<string, unknown> = () => ({}),
) {
  const calls: unknown[] = [];
  const aws = {
    call: async (...given: unknown[]) => {
      calls.push(given);
      return answer();
    },
  };
  return { result: await callIntegration(aws, header, resource, parameters), calls };
}

test("putEvents sends Detail as a string, with the ARNs that AWS adds", async () => {
  const { calls } = await call("arn:aws:states:::events:putEvents", {
    Entries: [{ Source: "s", DetailType: "t", EventBusName: "bus", Detail: { a: { b: 1 } } }],
  });
  const entry = {
    Source: "s",
    DetailType: "t",
    EventBusName: "bus",
    Detail: '{"a":{"b":1}}',
    Resources: ["machine-arn", "execution-arn"],
  };
  expect(calls).toEqual([["events", "PutEvents", { Entries: [entry] }]]);
});

test("lambda:invoke carries the payload as JSON both ways", async () => {
  const { result, calls } = await call(
    "arn:aws:states:::lambda:invoke",
    { FunctionName: "f", Payload: { a: 1 } },
    () => ({ StatusCode: 200, Payload: '{"go":"next"}' }),
  );
  expect(calls).toEqual([["lambda", "Invoke", { FunctionName: "f", Payload: '{"a":1}' }]]);
  expect(result).toMatchObject({ StatusCode: 200, Payload: { go: "next" } });
});

test("a function's ARN as the resource answers its payload alone", async () => {
  const arn = "arn:aws:lambda:us-east-1:000000000000:function:f";
  const { result, calls } = await call(arn, { a: 1 }, () => ({ StatusCode: 200, Payload: "[1]" }));
  expect(calls).toEqual([["lambda", "Invoke", { FunctionName: arn, Payload: '{"a":1}' }]]);
  expect(result).toEqual([1]);
});

test("an SDK integration calls any operation by its name", async () => {
  const parameters = { RequestItems: {} };
  const { calls } = await call("arn:aws:states:::aws-sdk:dynamodb:batchGetItem", parameters);
  expect(calls).toEqual([["dynamodb", "BatchGetItem", parameters]]);
});

test("an SDK integration calls the types of DynamoDB's values as the SDK for Java does, the optimised one does not", async () => {
  const item = (bool: string, nothing: string, texts: string) => ({
    ...{ open: { [bool]: true }, BOOL: { S: "an attribute's name" }, at: { N: "1" } },
    menu: { M: { drinks: { L: [{ [nothing]: true }, { M: { tags: { [texts]: ["a", "b"] } } }] } } },
  });
  const Item = item("BOOL", "NULL", "SS");
  const javas = item("Bool", "Nul", "Ss");
  const transact = "arn:aws:states:::aws-sdk:dynamodb:transactGetItems";
  const { result } = await call(transact, { TransactItems: [] }, () => ({ Responses: [{ Item }] }));
  expect(result).toEqual({ Responses: [{ Item: javas }] });
  const { calls } = await call("arn:aws:states:::aws-sdk:dynamodb:putItem", { TableName: "t", Item: javas });
  expect(calls).toEqual([["dynamodb", "PutItem", { TableName: "t", Item }]]);
  const optimised = await call("arn:aws:states:::dynamodb:getItem", {}, () => ({ Item }));
  expect(optimised.result).toEqual({ Item });
});

const failing = (code: string) => () => {
  throw new AwsError(code, "no");
};

test.each<[string, string, () => Record<string, unknown>]>([
  [
    "DynamoDB.ConditionalCheckFailedException",
    "dynamodb:putItem",
    failing("ConditionalCheckFailedException"),
  ],
  ["DynamoDb.ResourceNotFoundException", "aws-sdk:dynamodb:getItem", failing("ResourceNotFoundException")],
  ["Sfn.TaskTimedOutException", "aws-sdk:sfn:sendTaskSuccess", failing("TaskTimedOut")],
  ["Lambda.ResourceNotFoundException", "lambda:invoke", failing("ResourceNotFoundException")],
  [
    "TypeError",
    "lambda:invoke",
    () => ({ FunctionError: "Unhandled", Payload: '{"errorType":"TypeError"}' }),
  ],
  [
    "Lambda.Unknown",
    "lambda:invoke",
    () => ({ FunctionError: "Unhandled", Payload: '{"errorMessage":"?"}' }),
  ],
  ["EventBridge.FailedEntry", "events:putEvents", () => ({ FailedEntryCount: 1, Entries: [{}] })],
  [
    "DynamoDB.SdkClientException",
    "dynamodb:getItem",
    () => {
      throw new Error("connection refused");
    },
  ],
])("a failure is named %s for %s", async (error, resource, answer) => {
  const parameters = { Entries: [] };
  await expect(call(`arn:aws:states:::${resource}`, parameters, answer)).rejects.toMatchObject({ error });
});
