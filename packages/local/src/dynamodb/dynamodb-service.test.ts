import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { machineForTests, temporaryFolder } from "../machine-for-tests";
import { isRunning, startOf } from "../process-identity";
import { createDynamodbService, type DynamodbService } from "./dynamodb-service";

let place: ReturnType<typeof temporaryFolder>;
let machine: ReturnType<typeof machineForTests>;
let dynamodb: DynamodbService;

async function start(): Promise<void> {
  machine = machineForTests(place.folder);
  dynamodb = await createDynamodbService(machine);
}

async function stop(): Promise<void> {
  await dynamodb.close?.();
  machine.clock.close();
}

beforeEach(async () => {
  place = temporaryFolder();
  await start();
});
afterEach(async () => {
  await stop();
  place.remove();
});

const table = {
  TableName: "things",
  KeySchema: [{ AttributeName: "PK", KeyType: "HASH" }],
  AttributeDefinitions: [
    { AttributeName: "PK", AttributeType: "S" },
    { AttributeName: "G", AttributeType: "S" },
  ],
  BillingMode: "PAY_PER_REQUEST",
  TimeToLiveSpecification: { AttributeName: "ttl", Enabled: true },
};
const byG = {
  IndexName: "by-g",
  KeySchema: [{ AttributeName: "G", KeyType: "HASH" }],
  Projection: { ProjectionType: "ALL" },
};

async function deploy(properties: object) {
  const [resource] = dynamodb.resources ?? [];
  return resource?.deploy({ logicalId: "Things", properties: resource.properties.parse(properties) });
}

// biome-ignore lint/suspicious/noExplicitAny: answers of the engine are open structures
async function call(operation: string, input: object): Promise<any> {
  return dynamodb.operations?.[operation]?.({ TableName: "things", ...input });
}

function engineProcess(): { pid: number; startedAt: string } {
  return JSON.parse(readFileSync(join(place.folder, "dynamodb", "engine.json"), "utf8"));
}

test("deploying a table again keeps its items, and a new index is added with them in it", async () => {
  const { GlobalSecondaryIndexes: _, ...plain } = { ...table, GlobalSecondaryIndexes: [] };
  const onlyKey = { ...plain, AttributeDefinitions: table.AttributeDefinitions.slice(0, 1) };
  expect(await deploy(onlyKey)).toMatchObject({
    ref: "things",
    attributes: { Arn: "arn:aws:dynamodb:us-east-1:000000000000:table/things" },
  });
  await call("PutItem", { Item: { PK: { S: "1" }, G: { S: "g" } } });
  await deploy(onlyKey);
  await deploy({ ...table, GlobalSecondaryIndexes: [byG] });
  const found = await call("Query", {
    IndexName: "by-g",
    KeyConditionExpression: "G = :g",
    ExpressionAttributeValues: { ":g": { S: "g" } },
  });
  expect(found.Items).toEqual([{ PK: { S: "1" }, G: { S: "g" } }]);
  expect((await call("DescribeTimeToLive", {})).TimeToLiveDescription.AttributeName).toBe("ttl");
});

test("a changed key is a problem with the table's name; a changed index is built anew from the items", async () => {
  const resource = dynamodb.resources?.find(({ type }) => type === "AWS::DynamoDB::Table");
  const problems = (properties: object) =>
    resource?.problems?.({ logicalId: "Things", properties: resource.properties.parse(properties) });
  await deploy({ ...table, GlobalSecondaryIndexes: [byG] });
  await call("PutItem", { Item: { PK: { S: "1" }, G: { S: "g" }, H: { S: "h" } } });
  expect(await problems({ ...table, GlobalSecondaryIndexes: [] })).toEqual([]);
  const otherKey = [{ AttributeName: "G", KeyType: "HASH" }];
  expect(await problems({ ...table, KeySchema: otherKey })).toEqual([
    expect.stringContaining("table things: its KeySchema has changed"),
  ]);
  expect(await resource?.removal?.problems?.("things")).toEqual([expect.stringContaining("table things")]);

  const [pk, g] = table.AttributeDefinitions;
  const changed = {
    ...table,
    AttributeDefinitions: [pk, g, { AttributeName: "H", AttributeType: "S" }],
    GlobalSecondaryIndexes: [
      { ...byG, KeySchema: [{ AttributeName: "H", KeyType: "HASH" }] },
      { ...byG, IndexName: "keys-of-g", Projection: { ProjectionType: "KEYS_ONLY" } },
    ],
  };
  await deploy(changed);
  const query = (IndexName: string, name: string, value: string) =>
    call("Query", {
      IndexName,
      KeyConditionExpression: `${name} = :v`,
      ExpressionAttributeValues: { ":v": { S: value } },
    });
  expect((await query("by-g", "H", "h")).Items).toEqual([{ PK: { S: "1" }, G: { S: "g" }, H: { S: "h" } }]);
  expect((await query("keys-of-g", "G", "g")).Items).toEqual([{ PK: { S: "1" }, G: { S: "g" } }]);
  await deploy(table);
  expect((await call("DescribeTable", {})).Table.GlobalSecondaryIndexes ?? []).toEqual([]);
});

test("the engine's errors arrive as AWS's, with the item when it was asked for", async () => {
  await deploy({ ...table, GlobalSecondaryIndexes: [byG] });
  const item = { Item: { PK: { S: "1" } }, ConditionExpression: "attribute_not_exists(PK)" };
  await call("PutItem", item);
  const again = call("PutItem", { ...item, ReturnValuesOnConditionCheckFailure: "ALL_OLD" });
  await expect(again).rejects.toMatchObject({
    code: "ConditionalCheckFailedException",
    members: { Item: { PK: { S: "1" } } },
  });
  await expect(call("Nonsense", {})).rejects.toMatchObject({ code: "UnknownOperationException" });
});

test("an engine that is killed is started again and has lost nothing it acknowledged", async () => {
  await deploy({ ...table, GlobalSecondaryIndexes: [byG] });
  for (let n = 0; n < 50; n += 1) await call("PutItem", { Item: { PK: { S: String(n) } } });
  const killed = engineProcess();
  process.kill(killed.pid, "SIGKILL");
  await expect.poll(() => engineProcess().pid).not.toBe(killed.pid);
  expect((await call("Scan", { Select: "COUNT", ConsistentRead: true })).Count).toBe(50);
  expect(machine.lines.join()).toContain("started again");
});

test("the next start ends an engine that outlived a killed machine", async () => {
  const survivor = engineProcess();
  expect(isRunning(survivor)).toBe(true);
  const second = await createDynamodbService(machine);
  await second.close?.();
  expect(isRunning(survivor)).toBe(false);
});

test("closing ends the engine's process", async () => {
  const { pid } = engineProcess();
  await dynamodb.close?.();
  expect(startOf(pid)).toBeUndefined();
});

test("clients that hang up before they are answered keep no connection to the engine", async () => {
  await deploy({ ...table, GlobalSecondaryIndexes: [byG] });
  // More than a connection holds while nobody reads it.
  await call("PutItem", { Item: { PK: { S: "large" }, text: { S: "x".repeat(390_000) } } });
  const server = createServer((request, response) => {
    // All of the request is here, and whoever asked is gone.
    request.once("end", () => request.socket.destroy());
    void dynamodb.proxy(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // An address was given, so it is an object.
  const { port } = server.address() as AddressInfo;
  const headers = { "x-amz-target": "DynamoDB_20120810.Scan", "content-type": "application/x-amz-json-1.0" };
  for (let client = 0; client < 100; client += 1) {
    const outgoing = request({ host: "127.0.0.1", port, method: "POST", headers, agent: false });
    outgoing.on("error", () => undefined);
    outgoing.end(JSON.stringify({ TableName: "things" }));
    await new Promise((done) => outgoing.on("close", done));
  }
  expect(await call("Scan", {})).toMatchObject({ Count: 1 });
  server.close();
});
