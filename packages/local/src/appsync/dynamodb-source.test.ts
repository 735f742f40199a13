import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { deployForTests } from "../cognito/deploy-for-tests";
import { dispatch } from "../dispatch";
import { createDynamodbService, type DynamodbService } from "../dynamodb/dynamodb-service";
import { machineForTests, temporaryFolder } from "../machine-for-tests";
import type { AwsCalls } from "../service";
import { AppSyncPlace } from "./appsync.fixture";

const imports = `
import { runtime, util } from "@aws-appsync/utils";
import * as ddb from "@aws-appsync/utils/dynamodb";`;
const handlers = `${imports}
export const onSubscribe = {
  request(ctx) {
    if (ctx.info.channel.segments.includes("*")) util.unauthorized();
    if (!ctx.identity.groups) return runtime.earlyReturn();
    ctx.stash.name = "revoked#" + ctx.identity.sub;
    return ddb.get({ key: { PK: ctx.stash.name }, consistentRead: true });
  },
  response(ctx) {
    if (ctx.error) util.error("The check failed.", "CheckFailed");
    if (ctx.stash.name !== "revoked#" + ctx.identity.sub) util.error("The stash is lost.");
    const { result } = ctx;
    if (result && ctx.identity.claims.iat * 1000 <= result.revokedAt) util.unauthorized();
  },
};`;
const integration = { Behavior: "CODE", Integration: { DataSourceName: "Revocations" } };

let folder: ReturnType<typeof temporaryFolder>;
let machine: ReturnType<typeof machineForTests>;
let dynamodb: DynamodbService;
let place: AppSyncPlace;
let reads: Record<string, unknown>[];

const aws: AwsCalls = {
  async call(_, operation, input) {
    reads.push(input);
    return { ...(await dispatch(dynamodb, operation, input)) };
  },
};

beforeEach(async () => {
  reads = [];
  folder = temporaryFolder();
  machine = machineForTests(folder.folder);
  dynamodb = await createDynamodbService(machine);
  await deployForTests(dynamodb, "AWS::DynamoDB::Table", "Validator", {
    TableName: "validator",
    KeySchema: [{ AttributeName: "PK", KeyType: "HASH" }],
    AttributeDefinitions: [{ AttributeName: "PK", AttributeType: "S" }],
  });
  place = await AppSyncPlace.open(aws);
});
afterEach(async () => {
  await place.close();
  await dynamodb.close?.();
  machine.clock.close();
  folder.remove();
});

async function deploy(CodeHandlers = handlers, TableName = "validator") {
  await place.deploy("AWS::AppSync::DataSource", {
    Name: "Revocations",
    Type: "AMAZON_DYNAMODB",
    DynamoDBConfig: { TableName, AwsRegion: "us-east-1" },
    ServiceRoleArn: "arn:aws:iam::000000000000:role/r",
  });
  await place.deploy("AWS::AppSync::ChannelNamespace", {
    Name: "shop",
    CodeHandlers,
    HandlerConfigs: { OnSubscribe: integration },
  });
}

const revoke = (sub: string, revokedAt: number) =>
  dispatch(dynamodb, "PutItem", {
    TableName: "validator",
    Item: { PK: { S: `revoked#${sub}` }, revokedAt: { N: String(revokedAt) } },
  });

const refused = (errorType: string) => ({ type: "subscribe_error", errors: [{ errorType }] });

test("lets the table decide at each subscribe, by the token's age", async () => {
  await deploy();
  const { sub, token } = await place.signIn("bob@example.com", ["staff"]);
  const feed = await place.connect(token);
  expect(await feed.subscribe("1", "/shop/x")).toEqual({ type: "subscribe_success", id: "1" });
  const { clock } = place.cognito.machine;
  await revoke(sub, clock.now());
  expect(await feed.subscribe("2", "/shop/x")).toMatchObject(refused("UnauthorizedException"));
  clock.advance(2);
  const later = (await place.cognito.signIn("bob@example.com")).AccessToken;
  expect(await feed.subscribe("3", "/shop/x", later)).toMatchObject({ type: "subscribe_success" });
  expect(reads.at(-1)).toEqual({
    TableName: "validator",
    Key: { PK: { S: `revoked#${sub}` } },
    ConsistentRead: true,
  });
});

test("asks nothing where the request function refuses or returns early", async () => {
  await deploy();
  const staff = await place.connect((await place.signIn("bob@example.com", ["staff"])).token);
  const customer = await place.connect((await place.signIn("ada@example.com")).token);
  expect(await staff.subscribe("1", "/shop/*")).toMatchObject(refused("UnauthorizedException"));
  expect(await customer.subscribe("1", "/shop/x")).toMatchObject({ type: "subscribe_success" });
  expect(reads).toEqual([]);
});

test("hands items over as plain values, and a missing one as null", async () => {
  const seen = `${imports}
export const onSubscribe = {
  request(ctx) { return ddb.get({ key: { PK: ctx.info.channel.segments[1] }, projection: ["a", "b.c"] }); },
  response(ctx) { util.error(JSON.stringify([ctx.result, ctx.error, ctx.prev]), "Seen"); },
};`;
  await deploy(seen);
  const b = { M: { c: { L: [{ N: "1.5" }, { NULL: true }, { BOOL: true }] }, d: { S: "hidden" } } };
  const Item = { PK: { S: "item" }, a: { SS: ["x"] }, b, e: { S: "hidden" } };
  await dispatch(dynamodb, "PutItem", { TableName: "validator", Item });
  const feed = await place.connect((await place.signIn("ada@example.com")).token);
  const seenAt = async (id: string) => {
    const { errors } = await feed.subscribe(id, `/shop/${id}`);
    const [{ message }] = z.tuple([z.object({ message: z.string() })]).parse(errors);
    return JSON.parse(message);
  };
  expect(await seenAt("item")).toEqual([{ a: ["x"], b: { c: [1.5, null, true] } }, null, null]);
  expect(await seenAt("missing")).toEqual([null, null, null]);
});

test("refuses the subscribe when the table is missing or the engine is down", async () => {
  await deploy(handlers, "nowhere");
  const { token } = await place.signIn("bob@example.com", ["staff"]);
  const feed = await place.connect(token);
  expect(await feed.subscribe("1", "/shop/x")).toMatchObject(refused("CheckFailed"));
  await deploy();
  await dynamodb.close?.();
  expect(await feed.subscribe("2", "/shop/x")).toMatchObject(refused("CheckFailed"));
});

test("refuses a subscribe whose data source failed even where the response function lets it pass", async () => {
  const careless = `${imports}
export const onSubscribe = { request() { return ddb.get({ key: { PK: "1" } }); }, response() {} };`;
  await deploy(careless, "nowhere");
  const feed = await place.connect((await place.signIn("ada@example.com")).token);
  expect(await feed.subscribe("1", "/shop/x")).toMatchObject(refused("InternalFailureException"));
});

test("refuses every request but ddb.get by its name", async () => {
  const feed = await place.connect((await place.signIn("ada@example.com")).token);
  let id = 0;
  const ask = async (request: string) => {
    await deploy(`${imports}
export const onSubscribe = { request() { return ${request}; }, response() {} };`);
    id += 1;
    return feed.subscribe(String(id), "/shop/x");
  };
  const unsupported = (message: string) => ({
    errors: [{ errorType: "UnsupportedOperation", message: expect.stringContaining(message) }],
  });
  expect(await ask('ddb.put({ key: { PK: "1" }, item: {} })')).toMatchObject(unsupported("dynamodb.put"));
  expect(await ask('{ operation: "Scan" }')).toMatchObject(unsupported("Scan"));
  expect(await ask("undefined")).toMatchObject(unsupported("must return ddb.get"));
  expect(await ask("ddb.get({ key: { PK: true } })")).toMatchObject({
    errors: [{ errorType: "DynamoDB:ValidationException" }],
  });
  expect(reads).toEqual([]);
});

test("refuses at deploy, by its property, what has no effect on one machine", async () => {
  const source = {
    Name: "Revocations",
    Type: "AMAZON_DYNAMODB",
    DynamoDBConfig: { TableName: "validator", AwsRegion: "us-east-1" },
    ServiceRoleArn: "arn:aws:iam::000000000000:role/r",
  };
  const deploySource = (more: object) => place.deploy("AWS::AppSync::DataSource", { ...source, ...more });
  await expect(deploySource({ Type: "AWS_LAMBDA" })).rejects.toThrow("Type");
  await expect(deploySource({ LambdaConfig: {} })).rejects.toThrow("LambdaConfig");
  const elsewhere = { TableName: "validator", AwsRegion: "eu-west-1" };
  await expect(deploySource({ DynamoDBConfig: elsewhere })).rejects.toThrow("AwsRegion");
  const versioned = { ...source.DynamoDBConfig, Versioned: true };
  await expect(deploySource({ DynamoDBConfig: versioned })).rejects.toThrow("Versioned");
  expect(await deploySource({})).toMatchObject({ attributes: { Name: "Revocations" } });

  const deployShop = (HandlerConfigs: object, CodeHandlers: string) =>
    place.deploy("AWS::AppSync::ChannelNamespace", { Name: "shop", CodeHandlers, HandlerConfigs });
  const direct = { ...integration, Behavior: "DIRECT" };
  await expect(deployShop({ OnSubscribe: direct }, handlers)).rejects.toThrow("Behavior");
  await expect(deployShop({ OnPublish: integration }, handlers)).rejects.toThrow("OnPublish");
  const missing = { Behavior: "CODE", Integration: { DataSourceName: "Nobody" } };
  await expect(deployShop({ OnSubscribe: missing }, handlers)).rejects.toThrow("data source Nobody");
  await expect(deployShop({}, handlers)).rejects.toThrow("HandlerConfigs.OnSubscribe");
  const plain = "export function onSubscribe() {}";
  await expect(deployShop({ OnSubscribe: integration }, plain)).rejects.toThrow("CodeHandlers");
  const pair = "export const onPublish = { request() {}, response() {} };";
  await expect(deployShop({}, pair)).rejects.toThrow("onPublish");
});
