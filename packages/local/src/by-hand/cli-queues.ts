import { expect, test } from "vitest";
import type { AwsCli } from "./aws-cli.fixture";
import { queueArn, type WalkPlace } from "./walk-place.fixture";

/** SQS, by the query protocol. */
export function cliQueues(cli: () => AwsCli, place: () => WalkPlace): void {
  test("sqs: queues, their attributes and their messages", async () => {
    const call = (operation: string, input: object = {}) => cli().call("sqs", operation, input);
    const QueueUrl = `${place().machine.aws}/000000000000/cli-work`;
    await call("CreateQueue", { QueueName: "cli-dead" });
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: queueArn("cli-dead"), maxReceiveCount: "3" });
    await call("CreateQueue", { QueueName: "cli-work", Attributes: { RedrivePolicy } });
    expect((await call("GetQueueUrl", { QueueName: "cli-work" })).QueueUrl).toContain("/cli-work");
    expect((await call("ListQueues", { QueueNamePrefix: "cli-" })).QueueUrls).toHaveLength(2);
    const dead = QueueUrl.replace("cli-work", "cli-dead");
    const sources = await call("ListDeadLetterSourceQueues", { QueueUrl: dead });
    expect(sources.queueUrls).toEqual([expect.stringContaining("cli-work")]);
    await call("SetQueueAttributes", { QueueUrl, Attributes: { VisibilityTimeout: "77" } });
    const read = await call("GetQueueAttributes", { QueueUrl, AttributeNames: ["All"] });
    expect(read.Attributes).toMatchObject({ VisibilityTimeout: "77", QueueArn: queueArn("cli-work") });
    await call("SendMessage", {
      QueueUrl,
      MessageBody: "a <b> & c",
      MessageAttributes: { kind: { DataType: "String", StringValue: "x" } },
    });
    const Entries = ["d", "e"].map((MessageBody, Id) => ({ Id: String(Id), MessageBody }));
    expect((await call("SendMessageBatch", { QueueUrl, Entries })).Successful).toHaveLength(2);
    const received = await call("ReceiveMessage", {
      QueueUrl,
      MaxNumberOfMessages: 10,
      MessageAttributeNames: ["All"],
    });
    expect(received.Messages).toMatchObject([
      { Body: "a <b> & c", MessageAttributes: { kind: { StringValue: "x" } } },
      { Body: "d" },
      { Body: "e" },
    ]);
    const [first, second, third] = received.Messages.map(
      (each: { ReceiptHandle: string }) => each.ReceiptHandle,
    );
    await call("ChangeMessageVisibility", { QueueUrl, ReceiptHandle: first, VisibilityTimeout: 0 });
    const entry = { Id: "0", ReceiptHandle: second, VisibilityTimeout: 0 };
    await call("ChangeMessageVisibilityBatch", { QueueUrl, Entries: [entry] });
    const again = await call("ReceiveMessage", { QueueUrl, MaxNumberOfMessages: 10 });
    expect(again.Messages.map((each: { Body: string }) => each.Body)).toEqual(["a <b> & c", "d"]);
    await call("DeleteMessage", { QueueUrl, ReceiptHandle: third });
    const last = { Id: "0", ReceiptHandle: again.Messages[0].ReceiptHandle };
    expect((await call("DeleteMessageBatch", { QueueUrl, Entries: [last] })).Successful).toHaveLength(1);
    await call("PurgeQueue", { QueueUrl });
    const left = await call("GetQueueAttributes", { QueueUrl, AttributeNames: ["All"] });
    expect(left.Attributes).toMatchObject({ ApproximateNumberOfMessagesNotVisible: "0" });
    await call("DeleteQueue", { QueueUrl });
    expect(await cli().errorOf("sqs", "GetQueueUrl", { QueueName: "cli-work" })).toBe(
      "AWS.SimpleQueueService.NonExistentQueue",
    );
  });
}
