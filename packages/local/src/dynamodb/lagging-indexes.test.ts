import {
  BatchWriteItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type MachineForTests, machineOf } from "../machine.fixture";

vi.setConfig({ testTimeout: 30_000 });

const TableName = "orders";
const lagSeconds = 60;
let machine: MachineForTests;
let dynamodb: DynamoDBClient;

beforeAll(async () => {
  const Properties = {
    TableName,
    KeySchema: [{ AttributeName: "PK", KeyType: "HASH" }],
    AttributeDefinitions: [
      { AttributeName: "PK", AttributeType: "S" },
      { AttributeName: "state", AttributeType: "S" },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: "by-state",
        KeySchema: [{ AttributeName: "state", KeyType: "HASH" }],
        Projection: { ProjectionType: "ALL" },
      },
    ],
  };
  const template = { Resources: { Orders: { Type: "AWS::DynamoDB::Table", Properties } } };
  machine = await machineOf(template, "--index-lag", String(lagSeconds));
  dynamodb = new DynamoDBClient({
    endpoint: machine.aws,
    region: "us-east-1",
    credentials: { accessKeyId: "by-hand", secretAccessKey: "x" },
  });
}, 60_000);
afterAll(() => machine.stop());

const itemOf = (key: string, state: string) => ({ PK: { S: key }, state: { S: state } });

async function inState(state: string): Promise<(string | undefined)[]> {
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({
      ...{ TableName, IndexName: "by-state", KeyConditionExpression: "#state = :state" },
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: { ":state": { S: state } },
    }),
  );
  return Items.map(({ PK }) => PK?.S).sort();
}

async function stateOf(key: string): Promise<string | undefined> {
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName, Key: { PK: { S: key } } }));
  return Item?.state?.S;
}

async function advance(seconds: number): Promise<void> {
  const body = JSON.stringify({ advanceSeconds: seconds });
  await fetch(`${machine.aws}/_local/clock`, { method: "POST", body });
}

test("an index follows its table after the lag, whatever wrote", async () => {
  await dynamodb.send(new PutItemCommand({ TableName, Item: itemOf("a", "open") }));
  await dynamodb.send(
    new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item: itemOf("b", "open") } }] }),
  );
  await dynamodb.send(
    new BatchWriteItemCommand({
      RequestItems: { [TableName]: [{ PutRequest: { Item: itemOf("c", "open") } }] },
    }),
  );
  expect(await stateOf("a")).toBe("open");
  expect(await inState("open")).toEqual([]);
  await advance(lagSeconds);
  await expect.poll(() => inState("open")).toEqual(["a", "b", "c"]);

  await dynamodb.send(
    new UpdateItemCommand({
      ...{ TableName, Key: { PK: { S: "a" } }, UpdateExpression: "SET #state = :ready" },
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: { ":ready": { S: "ready" } },
    }),
  );
  await dynamodb.send(new DeleteItemCommand({ TableName, Key: { PK: { S: "b" } } }));
  expect(await stateOf("a")).toBe("ready");
  expect(await inState("open")).toEqual(["a", "b", "c"]);
  await advance(lagSeconds);
  await expect.poll(() => inState("open")).toEqual(["c"]);
  expect(await inState("ready")).toEqual(["a"]);
});

test("what is wrong with a read of an index is answered as ever", async () => {
  const read = { IndexName: "by-state", KeyConditionExpression: "#state = :state" };
  const unknown = dynamodb.send(new QueryCommand({ TableName: "nothing", ...read }));
  await expect(unknown).rejects.toThrow(expect.objectContaining({ name: "ResourceNotFoundException" }));
  const nameless = dynamodb.send(new QueryCommand({ TableName: undefined, ...read }));
  await expect(nameless).rejects.toThrow(expect.objectContaining({ name: "ValidationException" }));
});
