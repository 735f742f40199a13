import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "./machine-for-tests";
import { startOf } from "./process-identity";

const base = 21340;
const aws = `http://127.0.0.1:${base + 1566}`;
const place = temporaryFolder();
const data = join(place.folder, "data");
type Started = { child: ChildProcess; output: string[]; closed: Promise<unknown[]> };
const children: Started[] = [];

const template = {
  Parameters: { Greeting: { Type: "String", AllowedPattern: "[A-Z].*" } },
  Resources: {
    Things: {
      Type: "AWS::DynamoDB::Table",
      Properties: {
        TableName: "things",
        KeySchema: [{ AttributeName: "PK", KeyType: "HASH" }],
        AttributeDefinitions: [{ AttributeName: "PK", AttributeType: "S" }],
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
    },
    Role: { Type: "AWS::IAM::Role" },
    Greeter: {
      Type: "AWS::Lambda::Function",
      Properties: {
        FunctionName: "Greeter",
        Handler: "index.handler",
        Runtime: "nodejs22.x",
        Role: { "Fn::GetAtt": ["Role", "Arn"] },
        Code: { S3Bucket: "assets", S3Key: "code.zip" },
        Environment: { Variables: { GREETING: { Ref: "Greeting" } } },
      },
    },
  },
  Outputs: { TableName: { Value: { Ref: "Things" } } },
};

function write(name: string, content: object): string {
  const file = join(place.folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

beforeAll(() => {
  write("Small.template.json", template);
  const destinations = { here: { objectKey: "code.zip" } };
  write("Small.assets.json", { files: { a: { source: { path: "asset.code" }, destinations } } });
  write("seed.json", { items: [{ table: "things", item: { PK: "seed" } }] });
  mkdirSync(join(place.folder, "asset.code"));
  mkdirSync(join(place.folder, "site"));
  writeFileSync(join(place.folder, "site", "index.html"), "home");
  writeFileSync(
    join(place.folder, "asset.code", "index.js"),
    "exports.handler = async () => process.env.GREETING;",
  );
});
afterEach(async () => {
  for (const { child } of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
});
afterAll(() => place.remove());

/** @param args may end with what a shell does before it becomes the process */
function start(...given: (string | { shell: string })[]): Started {
  const args = given.filter((each) => typeof each === "string");
  const [{ shell } = { shell: ":" }] = given.filter((each) => typeof each === "object");
  const main = fileURLToPath(new URL("./main.ts", import.meta.url));
  const standard = ["--template", join(place.folder, "Small.template.json"), "--data", data];
  const node = ["--import", "tsx", main, ...standard, "--port-base", String(base), ...args];
  const become = ["-c", `${shell}; exec "$0" "$@"`, process.execPath, ...node];
  const child = spawn("bash", become, { stdio: ["ignore", "pipe", "pipe"] });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(String(chunk)));
  const started = { child, output, closed: once(child, "close") };
  children.push(started);
  return started;
}

async function ended({ closed, output }: Started) {
  const [code] = await closed;
  return { code, output: output.join("") };
}

function untilReady({ output }: Started): Promise<void> {
  return expect.poll(() => output.join(""), { timeout: 60_000 }).toContain("\nready\n");
}

const Answer = z.object({
  Item: z.record(z.string(), z.unknown()).optional(),
  QueueUrl: z.string().optional(),
  MessageId: z.string().optional(),
  Attributes: z.record(z.string(), z.string()).optional(),
});

async function call(target: string, input: object): Promise<z.infer<typeof Answer>> {
  const headers = { "x-amz-target": target, "content-type": "application/x-amz-json-1.0" };
  const answer = await fetch(aws, { method: "POST", headers, body: JSON.stringify(input) });
  return Answer.parse(await answer.json());
}

const good = ["--parameter", "Greeting=Hello"];
/** Starting a process takes a while where many others run. */
const patient = { timeout: 90_000 };

test("a template runs, is killed, and goes on with its data; a signal ends all of it", {
  timeout: 180_000,
}, async () => {
  const seed = ["--fixtures", join(place.folder, "seed.json")];
  const site = ["--site", `0=${join(place.folder, "site")}:shop`];
  const first = start(...good, ...seed, ...site);
  await untilReady(first);
  expect(first.output.join("")).toContain(
    "AWS only: AWS::DynamoDB::Table.PointInTimeRecoverySpecification, AWS::IAM::Role, AWS::Lambda::Function.Role\n",
  );
  expect((await fetch(`${aws}/_local/health`)).status).toBe(200);
  expect(await (await fetch(`http://localhost:${base}/config.json`)).json()).toEqual({ tableName: "things" });
  const invoked = await fetch(`${aws}/2015-03-31/functions/Greeter/invocations`, { method: "POST" });
  expect(await invoked.json()).toBe("Hello");
  await call("DynamoDB_20120810.PutItem", { TableName: "things", Item: { PK: { S: "mine" } } });

  first.child.kill("SIGKILL");
  await once(first.child, "exit");
  const second = start(...good, ...seed);
  await untilReady(second);
  for (const key of ["seed", "mine"]) {
    const found = await call("DynamoDB_20120810.GetItem", { TableName: "things", Key: { PK: { S: key } } });
    expect(found.Item).toEqual({ PK: { S: key } });
  }
  const { pid } = JSON.parse(readFileSync(join(data, "dynamodb", "engine.json"), "utf8"));

  const third = await ended(start(...good, "--port-base", String(base + 10)));
  expect(third.code).toBe(1);
  expect(third.output).toContain(`in use by process ${second.child.pid}`);

  second.child.kill("SIGTERM");
  second.child.kill("SIGTERM");
  expect((await ended(second)).code).toBe(0);
  expect(startOf(pid)).toBeUndefined();
});

test("a write that the disk does not take ends the process, naming the file; what was answered is kept", {
  timeout: 180_000,
}, async () => {
  // No file may grow beyond 3 MB, as on a full disk.
  const full = start(...good, { shell: "ulimit -f 3000" });
  await untilReady(full);
  const queue = { QueueName: "q" };
  const { QueueUrl } = await call("AmazonSQS.CreateQueue", queue);
  let answered = 0;
  const send = async (target: string): Promise<boolean> => {
    try {
      const MessageBody = `${answered} ${"x".repeat(200_000)}`;
      if ((await call(target, { QueueUrl, MessageBody })).MessageId === undefined) return false;
      answered += 1;
      return answered < 100;
    } catch {
      return false;
    }
  };
  while (await send("AmazonSQS.SendMessage"));
  const { code, output } = await ended(full);
  expect(code).toBe(1);
  expect(output).toContain("queues.journal cannot be written (EFBIG");
  expect(answered).toBeGreaterThan(5);
  expect(answered).toBeLessThan(20);

  const again = start(...good);
  await untilReady(again);
  const all = { QueueUrl, AttributeNames: ["All"] };
  const { Attributes } = await call("AmazonSQS.GetQueueAttributes", all);
  expect(Number(Attributes?.ApproximateNumberOfMessages)).toBeGreaterThanOrEqual(answered);
});

test("a taken port stops the start and is named", patient, async () => {
  const holder = createServer().listen(base + 1566, "127.0.0.1");
  await once(holder, "listening");
  const { code, output } = await ended(start(...good));
  holder.close();
  expect(code).toBe(1);
  expect(output).toContain(`port ${base + 1566} (AWS) is taken`);
});

test("an unsupported property stops the start before anything is created", patient, async () => {
  const { Greeter } = template.Resources;
  const withLayer = { ...Greeter, Properties: { ...Greeter.Properties, Layers: ["x"] } };
  const file = write("Bad.template.json", {
    ...template,
    Resources: { ...template.Resources, Greeter: withLayer },
  });
  const { code, output } = await ended(start(...good, "--template", file));
  expect(code).toBe(1);
  expect(output).toContain("Greeter (AWS::Lambda::Function): property Layers is not supported");
});

test.each([
  [["--parameter", "Greeting=hello"], "--parameter Greeting: the value must match"],
  [["--clock-rate", "-1"], "--clock-rate"],
  [[...good, "--fixtures", "/nowhere.json"], "--fixtures /nowhere.json"],
])("wrong options stop the start and are named: %j", patient, async (args, message) => {
  const { code, output } = await ended(start(...args));
  expect(code).toBe(1);
  expect(output).toContain(message);
});
