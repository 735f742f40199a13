import {
  CancelMessageMoveTaskCommand,
  ChangeMessageVisibilityBatchCommand,
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListDeadLetterSourceQueuesCommand,
  ListMessageMoveTasksCommand,
  ListQueuesCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageBatchCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  StartMessageMoveTaskCommand,
} from "@aws-sdk/client-sqs";
import { expect, test } from "vitest";
import { queueArn, slow, type WalkPlace } from "./walk-place.fixture";

/** SQS, each call by its own client. */
export function walkSqs(place: () => WalkPlace): void {
  const url = (name: string) => `${place().machine.aws}/000000000000/${name}`;
  const receive = async (name: string, more: Partial<ReceiveMessageCommandInput> = {}) => {
    const input = { QueueUrl: url(name), MaxNumberOfMessages: 10, ...more };
    return (await place().sqs.send(new ReceiveMessageCommand(input))).Messages ?? [];
  };
  const bodies = async (name: string) => (await receive(name)).map(({ Body }) => Body).sort();
  const waiting = async (name: string) => {
    const AttributeNames = ["ApproximateNumberOfMessages"] as const;
    const input = { QueueUrl: url(name), AttributeNames: [...AttributeNames] };
    const { Attributes } = await place().sqs.send(new GetQueueAttributesCommand(input));
    return Number(Attributes?.ApproximateNumberOfMessages);
  };

  test("sqs: queues are made, set, found and listed in pages", async () => {
    const { sqs } = place();
    for (const QueueName of ["walk-dead", "walk-work"]) {
      expect((await sqs.send(new CreateQueueCommand({ QueueName }))).QueueUrl).toContain(QueueName);
    }
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: queueArn("walk-dead"), maxReceiveCount: 1 });
    const Attributes = { RedrivePolicy, VisibilityTimeout: "0" };
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl: url("walk-work"), Attributes }));
    const all = { QueueUrl: url("walk-work"), AttributeNames: ["All" as const] };
    expect((await sqs.send(new GetQueueAttributesCommand(all))).Attributes).toMatchObject({
      VisibilityTimeout: "0",
      QueueArn: queueArn("walk-work"),
    });
    const Colour: object = { Colour: "red" };
    const unknown = { QueueUrl: url("walk-work"), Attributes: Colour };
    await expect(sqs.send(new SetQueueAttributesCommand(unknown))).rejects.toThrow(
      expect.objectContaining({ name: "InvalidAttributeName" }),
    );
    const first = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: "walk", MaxResults: 1 }));
    const { NextToken } = first;
    const second = await sqs.send(
      new ListQueuesCommand({ QueueNamePrefix: "walk", MaxResults: 1, NextToken }),
    );
    expect([...(first.QueueUrls ?? []), ...(second.QueueUrls ?? [])]).toHaveLength(2);
    const sources = new ListDeadLetterSourceQueuesCommand({ QueueUrl: url("walk-dead") });
    expect((await sqs.send(sources)).queueUrls).toEqual([expect.stringContaining("walk-work")]);
    await expect(sqs.send(new GetQueueUrlCommand({ QueueName: "nowhere" }))).rejects.toThrow(
      expect.objectContaining({ name: "QueueDoesNotExist" }),
    );
    expect((await sqs.send(new GetQueueUrlCommand({ QueueName: "walk-dead" }))).QueueUrl).toContain("dead");
  });

  test("sqs: messages are sent, hidden, shown again and deleted, one by one and in batches", async () => {
    const { sqs } = place();
    const QueueUrl = url("walk-dead");
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "a" }));
    const Entries = ["b", "c", ""].map((MessageBody, Id) => ({ Id: String(Id), MessageBody }));
    const sent = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    expect(sent.Successful?.map(({ Id }) => Id)).toEqual(["0", "1"]);
    expect(sent.Failed).toMatchObject([{ Id: "2", SenderFault: true, Code: "MissingParameter" }]);
    const got = await receive("walk-dead");
    expect(got.map(({ Body }) => Body)).toEqual(["a", "b", "c"]);
    const handles = got.map(({ ReceiptHandle = "" }) => ReceiptHandle);
    const [ReceiptHandle = "", second = "", third = ""] = handles;
    const show = { QueueUrl, ReceiptHandle, VisibilityTimeout: 0 };
    await sqs.send(new ChangeMessageVisibilityCommand(show));
    expect(await bodies("walk-dead")).toEqual(["a"]);
    const hide = [second, "none"].map((handle, Id) => {
      return { Id: String(Id), ReceiptHandle: handle, VisibilityTimeout: 100 };
    });
    const changed = await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries: hide }));
    expect(changed).toMatchObject({
      Successful: [{ Id: "0" }],
      Failed: [{ Code: "ReceiptHandleIsInvalid" }],
    });
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    const rest = [second, third].map((handle, Id) => ({ Id: String(Id), ReceiptHandle: handle }));
    const deleted = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: rest }));
    expect(deleted.Successful).toHaveLength(2);
    const counts = { QueueUrl, AttributeNames: ["All" as const] };
    expect((await sqs.send(new GetQueueAttributesCommand(counts))).Attributes).toMatchObject({
      ApproximateNumberOfMessages: "0",
      ApproximateNumberOfMessagesNotVisible: "0",
    });
  });

  test("sqs: what was given up is redriven to where it came from, or elsewhere, or not", async () => {
    const { sqs } = place();
    for (const MessageBody of ["x", "y"]) {
      await sqs.send(new SendMessageCommand({ QueueUrl: url("walk-work"), MessageBody }));
    }
    expect(await bodies("walk-work")).toEqual(["x", "y"]);
    expect(await bodies("walk-work")).toEqual([]);
    expect(await waiting("walk-dead")).toBe(2);
    const SourceArn = queueArn("walk-dead");
    const start = (more: object = {}) => sqs.send(new StartMessageMoveTaskCommand({ SourceArn, ...more }));
    const tasks = async () =>
      (await sqs.send(new ListMessageMoveTasksCommand({ SourceArn, MaxResults: 10 }))).Results ?? [];
    const status = async () => (await tasks())[0]?.Status;
    await start();
    await expect.poll(status, slow).toBe("COMPLETED");
    expect((await tasks())[0]).toMatchObject({ ApproximateNumberOfMessagesMoved: 2 });
    expect([await waiting("walk-dead"), await waiting("walk-work")]).toEqual([0, 2]);

    await sqs.send(new SendMessageCommand({ QueueUrl: url("walk-dead"), MessageBody: "put there by hand" }));
    await start();
    await expect.poll(status, slow).toBe("FAILED");
    expect((await tasks())[0]?.FailureReason).toBe("CouldNotDetermineMessageSource");
    const elsewhere = { DestinationArn: queueArn("walk-work"), MaxNumberOfMessagesPerSecond: 1 };
    const Entries = Array.from({ length: 10 }, (_, Id) => ({ Id: String(Id), MessageBody: "another" }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: url("walk-dead"), Entries }));
    const { TaskHandle } = await start(elsewhere);
    await expect(start(elsewhere)).rejects.toThrow(expect.objectContaining({ name: "UnsupportedOperation" }));
    await expect.poll(() => waiting("walk-work"), slow).toBeGreaterThan(2);
    const cancelled = await sqs.send(new CancelMessageMoveTaskCommand({ TaskHandle }));
    const moved = cancelled.ApproximateNumberOfMessagesMoved ?? 0;
    expect(moved).toBeGreaterThan(0);
    expect(await status()).toBe("CANCELLED");
    expect([await waiting("walk-dead"), await waiting("walk-work")]).toEqual([11 - moved, 2 + moved]);
    const noDeadLetters = { SourceArn: queueArn("walk-work") };
    await expect(start(noDeadLetters)).rejects.toThrow("must be configured as a Dead Letter Queue");
  });

  test("sqs: a queue is emptied and deleted", async () => {
    const { sqs } = place();
    await sqs.send(new PurgeQueueCommand({ QueueUrl: url("walk-work") }));
    expect(await waiting("walk-work")).toBe(0);
    await sqs.send(new DeleteQueueCommand({ QueueUrl: url("walk-work") }));
    await expect(waiting("walk-work")).rejects.toThrow(
      expect.objectContaining({ name: "QueueDoesNotExist" }),
    );
  });
}
