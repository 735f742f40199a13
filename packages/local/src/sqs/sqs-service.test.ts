import { cpSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import type { Clock } from "../clock";
import { machineForTests, temporaryFolder } from "../machine-for-tests";
import type { Service } from "../service";
import { createSqsService } from "./sqs-service";

const cleanups: (() => Promise<void> | undefined | void)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function newFolder(): string {
  const { folder, remove } = temporaryFolder();
  cleanups.push(remove);
  return folder;
}

interface Received {
  Messages?: { Body: string; ReceiptHandle: string; MessageId: string; [member: string]: unknown }[];
}

interface Opened {
  sqs: Service;
  clock: Clock;
  close(): Promise<void> | undefined;
  call(operation: string, input?: object): Promise<Record<string, unknown>>;
  receive(input?: object): Promise<NonNullable<Received["Messages"]>>;
}

const QueueUrl = "http://127.0.0.1:21100/000000000000/q";

async function open(folder: string): Promise<Opened> {
  const machine = machineForTests(folder);
  const { clock } = machine;
  const sqs = await createSqsService(machine, { baseUrl: () => "http://127.0.0.1:21100" });
  let ending: Promise<void> | undefined;
  const close = () => {
    ending ??= sqs.close?.().then(() => clock.close());
    return ending;
  };
  cleanups.push(close);
  // The operations of a test's inputs answer records.
  const call = async (operation: string, input: object = {}) =>
    (await sqs.operations?.[operation]?.({ QueueUrl, ...input })) as Record<string, unknown>;
  const receive = async (input: object = {}) =>
    ((await call("ReceiveMessage", { MaxNumberOfMessages: 10, ...input })) as Received).Messages ?? [];
  return { sqs, close, clock, call, receive };
}

async function withQueue(Attributes: Record<string, string> = {}) {
  const folder = newFolder();
  const machine = await open(folder);
  expect(await machine.call("CreateQueue", { QueueName: "q", Attributes })).toEqual({ QueueUrl });
  return { folder, ...machine };
}

test("a message is received with what was sent, and hidden until its visibility timeout", async () => {
  const { call, receive, clock } = await withQueue();
  const sent = await call("SendMessage", {
    MessageBody: "This is a test message",
    MessageAttributes: { RULE_ARN: { DataType: "String", StringValue: "arn" } },
  });
  expect(sent).toMatchObject({ MD5OfMessageBody: "fafb00f5732ab283681e124bf8747ed1" });
  const [message] = await receive({ AttributeNames: ["All"], MessageAttributeNames: ["RULE.*", "RULE_ARN"] });
  expect(message).toMatchObject({
    MessageId: sent.MessageId,
    Body: "This is a test message",
    MD5OfBody: sent.MD5OfMessageBody,
    MD5OfMessageAttributes: sent.MD5OfMessageAttributes,
    MessageAttributes: { RULE_ARN: { DataType: "String", StringValue: "arn" } },
    Attributes: { ApproximateReceiveCount: "1", SentTimestamp: expect.stringMatching(/^\d{13}$/) },
  });
  expect(await receive()).toEqual([]);
  clock.advance(30);
  const [again] = await receive({ MessageSystemAttributeNames: ["ApproximateReceiveCount"] });
  expect(again?.Attributes).toEqual({ ApproximateReceiveCount: "2" });
});

test("a deleted message is never received again, also after a crash", async () => {
  const { folder, call, receive, clock } = await withQueue();
  await call("SendMessage", { MessageBody: "gone" });
  await call("SendMessage", { MessageBody: "kept" });
  const [first] = await receive({ MaxNumberOfMessages: 1 });
  await call("DeleteMessage", { ReceiptHandle: first?.ReceiptHandle });
  await call("DeleteMessage", { ReceiptHandle: first?.ReceiptHandle });
  clock.advance(60);
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  const again = await open(copy);
  expect((await again.receive()).map((message) => message.Body)).toEqual(["kept"]);
  expect((await receive()).map((message) => message.Body)).toEqual(["kept"]);
});

test("a long poll ends with the message that arrives, or empty when its time is over", async () => {
  const { call, receive, clock } = await withQueue();
  const waiting = receive({ WaitTimeSeconds: 20 });
  await call("SendMessage", { MessageBody: "late" });
  expect((await waiting).map((message) => message.Body)).toEqual(["late"]);
  const inVain = receive({ WaitTimeSeconds: 20 });
  clock.advance(20);
  expect(await inVain).toEqual([]);
});

test("a long poll ends with a message whose visibility timeout runs out, and when the machine closes", async () => {
  const { close, call, receive, clock } = await withQueue({ VisibilityTimeout: "5" });
  await call("SendMessage", { MessageBody: "m" });
  await receive();
  const waiting = receive({ WaitTimeSeconds: 20, VisibilityTimeout: 100 });
  clock.advance(5);
  expect(await waiting).toHaveLength(1);
  const interrupted = receive({ WaitTimeSeconds: 20 });
  await close();
  expect(await interrupted).toEqual([]);
});

test("a message received too often moves to the dead-letter queue", async () => {
  const { call, receive, clock } = await withQueue({
    RedrivePolicy: JSON.stringify({
      deadLetterTargetArn: "arn:aws:sqs:us-east-1:000000000000:dead",
      maxReceiveCount: 2,
    }),
  });
  await call("CreateQueue", { QueueName: "dead" });
  await call("SendMessage", { MessageBody: "bad" });
  for (let time = 0; time < 2; time++) {
    expect(await receive()).toHaveLength(1);
    clock.advance(30);
  }
  expect(await receive()).toEqual([]);
  const dead = await receive({ QueueUrl: QueueUrl.replace(/q$/, "dead") });
  expect(dead.map((message) => message.Body)).toEqual(["bad"]);
});

test("messages are forgotten after the retention period", async () => {
  const { call, receive, clock } = await withQueue({ MessageRetentionPeriod: "60" });
  await call("SendMessage", { MessageBody: "old" });
  clock.advance(61);
  expect(await receive()).toEqual([]);
});

test("a batch answers each entry on its own", async () => {
  const { call, receive } = await withQueue();
  expect(
    await call("SendMessageBatch", {
      Entries: [
        { Id: "a", MessageBody: "1" },
        { Id: "b", MessageBody: "" },
        { Id: "c", MessageBody: "3", DelaySeconds: 10 },
      ],
    }),
  ).toMatchObject({
    Successful: [{ Id: "a" }, { Id: "c" }],
    Failed: [{ Id: "b", SenderFault: true, Code: "MissingParameter" }],
  });
  const { Attributes } = await call("GetQueueAttributes", { AttributeNames: ["All"] });
  expect(Attributes).toMatchObject({
    ApproximateNumberOfMessages: "1",
    ApproximateNumberOfMessagesDelayed: "1",
    QueueArn: "arn:aws:sqs:us-east-1:000000000000:q",
  });
  const [message] = await receive();
  await call("DeleteMessageBatch", { Entries: [{ Id: "x", ReceiptHandle: message?.ReceiptHandle }] });
  await call("PurgeQueue");
  expect(
    await call("GetQueueAttributes", { AttributeNames: ["ApproximateNumberOfMessagesDelayed"] }),
  ).toEqual({
    Attributes: { ApproximateNumberOfMessagesDelayed: "0" },
  });
});

test("changing the visibility to nothing gives a message back at once", async () => {
  const { call, receive } = await withQueue();
  await call("SendMessage", { MessageBody: "m" });
  const [message] = await receive();
  const ReceiptHandle = message?.ReceiptHandle;
  await call("ChangeMessageVisibility", { ReceiptHandle, VisibilityTimeout: 0 });
  expect(await receive()).toHaveLength(1);
});

test("a rule's event becomes a message of the queue it targets", async () => {
  const { sqs, receive } = await withQueue();
  const arn = "arn:aws:sqs:us-east-1:000000000000:q";
  expect(sqs.target?.accepts(arn)).toBe(true);
  await sqs.target?.deliver(arn, '{"detail":{}}');
  expect((await receive()).map((message) => message.Body)).toEqual(['{"detail":{}}']);
  await expect(sqs.target?.deliver(`${arn}x`, "{}")).rejects.toMatchObject({ code: "QueueDoesNotExist" });
});

test("a template's queue keeps its messages and what was set by hand when deployed again", async () => {
  const { sqs, call, receive } = await open(newFolder());
  const type = sqs.resources?.find((each) => each.type === "AWS::SQS::Queue");
  const deploy = (properties: object) =>
    type?.deploy({ logicalId: "Logical", properties: type.properties.parse(properties) });
  const properties = { QueueName: "q", VisibilityTimeout: "45" };
  expect(await deploy(properties)).toMatchObject({ ref: QueueUrl });
  await call("SendMessage", { MessageBody: "m" });
  await call("SetQueueAttributes", { Attributes: { VisibilityTimeout: "50" } });
  await deploy(properties);
  const attribute = { AttributeNames: ["VisibilityTimeout"] };
  expect(await call("GetQueueAttributes", attribute)).toEqual({ Attributes: { VisibilityTimeout: "50" } });
  await deploy({ ...properties, VisibilityTimeout: 60 });
  expect(await call("GetQueueAttributes", attribute)).toEqual({ Attributes: { VisibilityTimeout: "60" } });
  expect(await receive()).toHaveLength(1);
  expect(() => deploy({ ...properties, FifoQueue: true })).toThrow();
});

test.each([
  ["SendMessage", { QueueUrl: "http://x/none", MessageBody: "m" }, "QueueDoesNotExist"],
  ["SendMessage", { MessageBody: "" }, "MissingParameter"],
  [
    "SendMessage",
    { MessageBody: "m", MessageAttributes: { a: { DataType: "String" } } },
    "InvalidParameterValue",
  ],
  ["DeleteMessage", { ReceiptHandle: "nonsense" }, "ReceiptHandleIsInvalid"],
  ["CreateQueue", { QueueName: "q", Attributes: { DelaySeconds: "5" } }, "QueueNameExists"],
  ["CreateQueue", { QueueName: "r", Attributes: { Unknown: "5" } }, "InvalidAttributeName"],
  ["SetQueueAttributes", { Attributes: { VisibilityTimeout: "long" } }, "InvalidAttributeValue"],
  ["SendMessageBatch", { Entries: [] }, "EmptyBatchRequest"],
])("%s %j is refused as %s", async (operation, input, code) => {
  const { call } = await withQueue();
  await expect(call(operation, input)).rejects.toMatchObject({ code });
});
