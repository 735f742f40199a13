import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Assets } from "../deploy/assets";
import { machineForTests, temporaryFolder } from "../machine-for-tests";
import type { Service } from "../service";
import { createLambdaService } from "./lambda-service";

type Call = { operation: string; input: Record<string, unknown> };

let place: ReturnType<typeof temporaryFolder>;
let machine: ReturnType<typeof machineForTests>;
let lambda: Service;
let calls: Call[];

function start(): void {
  calls = [];
  machine = machineForTests(place.folder, async (_, operation, input) => {
    calls.push({ operation, input });
    return operation === "GetQueueUrl" ? { QueueUrl: `url/${input.QueueName}` } : {};
  });
  const assets = new Assets(new Map([["code.zip", join(place.folder, "code")]]));
  lambda = createLambdaService(machine, {
    assets,
    endpoint: "http://127.0.0.1:4566",
    dynamodbEndpoint: "http://127.0.0.1:8000/",
  });
}

async function stop(): Promise<void> {
  await lambda.close?.();
  machine.clock.close();
}

beforeEach(() => {
  place = temporaryFolder();
  start();
});
afterEach(async () => {
  await stop();
  place.remove();
});

async function deploy(code: string, more: object = {}, file = "index.js"): Promise<void> {
  mkdirSync(join(place.folder, "code"), { recursive: true });
  writeFileSync(join(place.folder, "code", file), code);
  await deployResource("AWS::Lambda::Function", {
    FunctionName: "Try",
    Code: { S3Key: "code.zip" },
    Handler: "index.handler",
    Runtime: "nodejs22.x",
    ...more,
  });
}

async function deployResource(type: string, properties: object): Promise<void> {
  const resource = lambda.resources?.find((each) => each.type === type);
  await resource?.deploy({ logicalId: type, properties: resource.properties.parse(properties) });
}

async function invoke(payload: unknown = {}, InvocationType = "RequestResponse") {
  const input = { FunctionName: "Try", Payload: JSON.stringify(payload), InvocationType };
  const answer: { Payload?: string; FunctionError?: string } | undefined =
    await lambda.operations?.Invoke?.(input);
  return { value: JSON.parse(answer?.Payload ?? "null"), error: answer?.FunctionError };
}

function until(condition: () => boolean): Promise<void> {
  return expect.poll(condition, { interval: 50 }).toBe(true);
}

test("a bundle runs with its own environment and context, and answers JSON", async () => {
  await deploy(
    `exports.handler = async (event, context) => ({ event, table: process.env.TABLE, endpoint: process.env.AWS_ENDPOINT_URL,
      dynamodb: process.env.AWS_ENDPOINT_URL_DYNAMODB,
      home: process.env.HOME, arn: context.invokedFunctionArn, left: context.getRemainingTimeInMillis() > 0 });`,
    { Environment: { Variables: { TABLE: "orders" } } },
  );
  const { value, error } = await invoke({ a: 1 });
  expect(error).toBeUndefined();
  expect(value).toEqual({
    event: { a: 1 },
    table: "orders",
    endpoint: "http://127.0.0.1:4566",
    dynamodb: "http://127.0.0.1:8000/",
    arn: "arn:aws:lambda:us-east-1:000000000000:function:Try",
    left: true,
  });
});

test("an ES module bundle runs too", async () => {
  await deploy("export const handler = async () => import.meta.url.endsWith('index.mjs');", {}, "index.mjs");
  expect((await invoke()).value).toBe(true);
});

test("Date in a function follows the machine's clock, also when it is moved", async () => {
  await deploy(
    "exports.handler = async () => [Date.now(), new Date().getTime(), new Date(5).getTime(), new Date() instanceof Date, typeof Date()];",
  );
  await invoke();
  machine.clock.advance(86_400);
  const { value } = await invoke();
  expect(Math.abs(value[0] - machine.clock.now())).toBeLessThan(2000);
  expect(Math.abs(value[1] - machine.clock.now())).toBeLessThan(2000);
  expect(value.slice(2)).toEqual([5, true, "string"]);
});

test("an error of the handler has Lambda's shape", async () => {
  await deploy(
    "class Lost extends Error { name = 'Lost' }; exports.handler = async () => { throw new Lost('no row'); };",
  );
  const { value, error } = await invoke();
  expect(error).toBe("Unhandled");
  expect(value).toMatchObject({ errorType: "Lost", errorMessage: "no row" });
  expect(value.trace[0]).toContain("no row");
});

test("a crash fails the invocations under way, and the next finds a new worker", async () => {
  await deploy(
    "exports.handler = async (event) => { if (event.crash) process.exit(3); if (event.hang) await new Promise((done) => setTimeout(done, 60000)); return 'fine'; };",
    { Timeout: 20 },
  );
  const hanging = invoke({ hang: true });
  const crashed = await invoke({ crash: true });
  expect(crashed.value.errorType).toBe("Runtime.ExitError");
  expect((await hanging).error).toBe("Unhandled");
  expect((await invoke()).value).toBe("fine");
});

test("an invocation ends at its time-out, and others go on", async () => {
  await deploy(
    "exports.handler = async (event) => event.hang ? new Promise((done) => setTimeout(done, 60000)) : 'fine';",
    { Timeout: 2 },
  );
  const [hung, fine] = await Promise.all([invoke({ hang: true }), invoke()]);
  expect(hung.value.errorMessage).toBe("Task timed out after 2.00 seconds");
  expect(fine.value).toBe("fine");
  expect((await invoke()).value).toBe("fine");
});

test("who answers nobody until a time-out is replaced, who answers others is kept", async () => {
  await deploy(
    "const loaded = Math.random(); exports.handler = async (event) => event.hang ? new Promise((done) => setTimeout(done, 60000)) : loaded;",
    { Timeout: 2 },
  );
  const { value: first } = await invoke();
  const hanging = invoke({ hang: true });
  await invoke();
  await hanging;
  expect((await invoke()).value).toBe(first);
  await invoke({ hang: true });
  expect((await invoke()).value).not.toBe(first);
});

test("of a crowd of invocations only so many run at once that none times out for the others' sake", async () => {
  await deploy(`
    let running = 0, most = 0;
    exports.handler = async () => {
      most = Math.max(most, ++running);
      await new Promise((done) => setTimeout(done, 5));
      running -= 1;
      return most;
    };`);
  const answers = await Promise.all(Array.from({ length: 200 }, () => invoke()));
  expect(answers.filter(({ error }) => error !== undefined)).toEqual([]);
  expect(Math.max(...answers.map(({ value }) => Number(value)))).toBe(50);
});

test("a bundle that cannot be loaded fails each invocation with the reason", async () => {
  await deploy("require('not-there');");
  const { value, error } = await invoke();
  expect(error).toBe("Unhandled");
  expect(value.errorMessage).toContain("not-there");
});

test("what a function prints arrives in its log group", async () => {
  await deploy("exports.handler = async () => { console.log('hello from inside'); };");
  await invoke();
  await until(() => JSON.stringify(calls).includes("hello from inside"));
  const put = calls.find((call) => call.operation === "PutLogEvents");
  expect(put?.input).toMatchObject({ logGroupName: "/aws/lambda/Try" });
});

const failing = "exports.handler = async () => { throw new Error('no'); };";
const deadLetters = { TargetArn: "arn:aws:sqs:us-east-1:000000000000:dead" };

test("an asynchronous call that keeps failing is tried three times and ends in the dead-letter queue", async () => {
  await deploy(failing, { DeadLetterConfig: deadLetters });
  const delivered = lambda.target?.deliver("arn:aws:lambda:us-east-1:000000000000:function:Try", '{"id":7}');
  const send = () => calls.find((call) => call.operation === "SendMessage");
  await until(() => {
    machine.clock.advance(60);
    return send() !== undefined;
  });
  await delivered;
  expect(calls.filter(({ operation }) => operation === "SendMessage")).toHaveLength(1);
  expect(send()?.input).toMatchObject({ QueueUrl: "url/dead", MessageBody: '{"id":7}' });
});

test("a kill between two attempts neither loses nor repeats those that were made", async () => {
  const counted = join(place.folder, "attempts");
  const code = `exports.handler = async () => {
    require("node:fs").appendFileSync(${JSON.stringify(counted)}, "x");
    throw new Error("no");
  };`;
  const attempts = () => (existsSync(counted) ? readFileSync(counted, "utf8").length : 0);
  await deploy(code, { DeadLetterConfig: deadLetters });
  await lambda.target?.deliver("arn:aws:lambda:us-east-1:000000000000:function:Try", '{"id":7}');
  await invoke({ id: 8 }, "Event");
  await until(() => attempts() === 2);
  const journal = join(place.folder, "lambda", "async.journal");
  await until(() => readFileSync(journal, "utf8").includes('"tried"'));
  // What is on disk now is what a killed process leaves.
  const left = readFileSync(journal);
  await stop();
  writeFileSync(journal, left);
  start();
  await deploy(code, { DeadLetterConfig: deadLetters });
  await lambda.start?.();
  const sent = () => calls.filter(({ operation }) => operation === "SendMessage");
  await until(() => {
    machine.clock.advance(60);
    return sent().length === 2;
  });
  expect(attempts()).toBe(6);
});

test("a rule hears of a failure when the function has no queue of its own", async () => {
  await deploy(failing);
  const arn = "arn:aws:lambda:us-east-1:000000000000:function:Try";
  await expect(lambda.target?.deliver(arn, "{}")).rejects.toThrow("the function failed");
});

test("retries and the failure destination follow the event invoke configuration", async () => {
  await deploy(failing);
  await deployResource("AWS::Lambda::EventInvokeConfig", {
    FunctionName: "Try",
    Qualifier: "$LATEST",
    MaximumRetryAttempts: 0,
    DestinationConfig: { OnFailure: { Destination: deadLetters.TargetArn } },
  });
  await invoke({ id: 8 }, "Event");
  await until(() => calls.some((call) => call.operation === "SendMessage"));
  const sent = calls.find((call) => call.operation === "SendMessage");
  expect(JSON.parse(String(sent?.input.MessageBody))).toMatchObject({
    requestContext: { approximateInvokeCount: 1 },
    requestPayload: { id: 8 },
    responsePayload: { errorMessage: "no" },
  });
});

test("an accepted asynchronous call is run after a restart", async () => {
  const marker = join(place.folder, "ran");
  const code = `exports.handler = async (event) => { if (event.go) require('node:fs').writeFileSync(event.go, 'x'); };`;
  await deploy("exports.handler = () => new Promise((done) => setTimeout(done, 60000));", { Timeout: 60 });
  await invoke({ go: marker }, "Event");
  await stop();
  start();
  await deploy(code);
  await lambda.start?.();
  await until(() => existsSync(marker));
});

test("a function that does not exist is refused as Lambda does", async () => {
  await expect(invoke()).rejects.toMatchObject({ code: "ResourceNotFoundException", status: 404 });
});
