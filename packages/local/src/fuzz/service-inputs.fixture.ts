import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as cognito from "@aws-sdk/client-cognito-identity-provider";
import * as dynamodb from "@aws-sdk/client-dynamodb";
import * as events from "@aws-sdk/client-eventbridge";
import * as states from "@aws-sdk/client-sfn";
import * as sqs from "@aws-sdk/client-sqs";
import fc from "fast-check";
import { readCoverage } from "../by-hand/coverage.fixture";

const clients: Readonly<Record<string, readonly [target: string, client: object]>> = {
  events: ["AWSEvents", events],
  states: ["AWSStepFunctions", states],
  logs: ["Logs_20140328", logs],
  sqs: ["AmazonSQS", sqs],
  "cognito-idp": ["AWSCognitoIdentityProviderService", cognito],
  dynamodb: ["DynamoDB_20120810", dynamodb],
};

/** Names that mean something where they are asked for, so that some calls come further than the first check. */
const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:000000000000:${rest}`;
const known = [
  ...["default", "table", "queue", "/lines", "Echo", "us-east-1_LocalPool", "a@example.com", "PK", "S"],
  ...["http://127.0.0.1/000000000000/queue", arn("sqs", "queue"), arn("lambda", "function:Echo")],
  ...[arn("states", "stateMachine:M"), arn("states", "execution:M:1"), arn("logs", "log-group:/lines")],
  ...[
    '{"source":["x"]}',
    '{"a":[{"wildcard":"*x*"}]}',
    "{}",
    "[]",
    "null",
    '{ $.a = "b" }',
    "rate(1 minute)",
  ],
  ...[
    "{% $states.input %}",
    "attribute_exists(PK)",
    "SET a = :a",
    ":a",
    "#a",
    "0",
    "-1",
    "",
    "All",
    "STANDARD",
  ],
  '{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","Output":"{% 1/0 %}","End":true}}}',
];
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...known) },
  { weight: 2, arbitrary: fc.string({ maxLength: 40, unit: "binary" }) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 3 }) },
);
/** By the member's name: what is there, or can be made and then is. */
const there: Readonly<Record<string, unknown>> = {
  QueueUrl: "http://127.0.0.1/000000000000/queue",
  QueueName: "queue",
  SourceArn: arn("sqs", "queue"),
  TableName: "table",
  logGroupName: "/lines",
  logStreamName: "one",
  FunctionName: "Echo",
  EventBusName: "default",
  Rule: "rule",
  Name: "rule",
  EventPattern: '{"source":[{"prefix":"x"},{"anything-but":["y"]}],"detail":{"n":[{"numeric":[">",1]}]}}',
  ScheduleExpression: "rate(1 minute)",
  Arn: arn("sqs", "queue"),
  Source: "xyz",
  DetailType: "made",
  Detail: '{"n":2}',
  name: "M",
  stateMachineArn: arn("states", "stateMachine:M"),
  executionArn: arn("states", "execution:M:M"),
  roleArn: arn("iam", "role/any"),
  definition:
    '{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","Output":"{% $states.input %}","End":true}}}',
  UserPoolId: "us-east-1_LocalPool",
  Username: "a@example.com",
  GroupName: "group",
  Key: { PK: { S: "1" } },
  Item: { PK: { S: "1" } },
};
const number = fc.oneof(fc.integer({ min: -2, max: 12 }), fc.double(), fc.maxSafeInteger());
const wrong = fc.jsonValue({ maxDepth: 3 });
const deepest = 4;

/** The AWS clients describe every input: `[kind, namespace, name, traits, members, types]`, see @smithy/types. */
function inputOf(schema: unknown, depth: number): fc.Arbitrary<unknown> {
  if (depth > deepest) return text;
  const found = typeof schema === "function" ? schema() : schema;
  if (typeof found === "number") return simple(found, depth);
  if (!Array.isArray(found)) return text;
  // A member with traits: `[type, traits]`.
  if (found.length === 2) return inputOf(found[0], depth);
  const [kind, , , , members, types] = found;
  if (kind === 1) return several(inputOf(members, depth + 1));
  if (kind === 2) return fc.dictionary(text, inputOf(types, depth + 1), { maxKeys: 3 });
  if (kind !== 3 && kind !== 4) return inputOf(members ?? 0, depth + 1);
  const named = members.map((name: string, index: number) => [name, member(name, types[index], depth + 1)]);
  // Half of all inputs hold whatever is there already: too few would come further with none of it.
  const requiredKeys = members.filter((name: string) => name in there);
  const record = Object.fromEntries(named);
  return fc.oneof(fc.record(record, { requiredKeys: [] }), fc.record(record, { requiredKeys }));
}

function member(name: string, schema: unknown, depth: number): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: name in there ? 30 : 0, arbitrary: fc.constant(there[name]) },
    { weight: 9, arbitrary: inputOf(schema, depth) },
    { weight: 1, arbitrary: wrong },
  );
}

function several(element: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.array(element, { maxLength: 3 });
}

function simple(code: number, depth: number): fc.Arbitrary<unknown> {
  if (code >= 128) return fc.dictionary(text, simple(code & 63, depth), { maxKeys: 3 });
  if (code >= 64) return several(simple(code & 63, depth));
  if (code === 1 || (code >= 4 && code <= 7)) return number;
  return code === 2 ? fc.boolean() : text;
}

export interface TargetCall {
  readonly target: string;
  readonly body: string;
}

/** Calls of the JSON protocols: mostly of the right shape, some not at all. */
export const targetCalls: fc.Arbitrary<TargetCall> = fc
  .constantFrom(...readCoverage().filter(({ service }) => service in clients))
  .chain(({ service, operation }) => {
    const [prefix, client] = clients[service] ?? ["", {}];
    const schema: unknown = Reflect.get(client, `${operation}$`);
    const input = Array.isArray(schema) ? inputOf(schema[4], 0) : wrong;
    const body = fc.oneof({ weight: 9, arbitrary: input }, { weight: 1, arbitrary: wrong });
    return body.map((value) => ({
      target: `${prefix}.${operation}`,
      // Whoever waits for a message would hold up the run.
      body: JSON.stringify(value, (name, each) => (name === "WaitTimeSeconds" ? 0 : each)) ?? "",
    }));
  });
