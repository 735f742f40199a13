import * as z from "zod/mini";
import { callAws } from "./call";

const sqs = (operation: string) => `AmazonSQS.${operation}`;
const Urls = z.object({ QueueUrls: z._default(z.array(z.string()), []) });
const Attributes = z.object({
  Attributes: z.object({
    QueueArn: z.string(),
    ApproximateNumberOfMessages: z.string(),
    ApproximateNumberOfMessagesNotVisible: z.string(),
    ApproximateNumberOfMessagesDelayed: z.string(),
    RedrivePolicy: z.optional(z.string()),
  }),
});
const Anything = z.looseObject({});

export interface Queue {
  readonly name: string;
  readonly url: string;
  readonly arn: string;
  readonly waiting: number;
  readonly inFlight: number;
  readonly delayed: number;
  /** The ARN of its dead-letter queue. */
  readonly deadLetters: string | undefined;
}

export async function listQueues(): Promise<Queue[]> {
  const { QueueUrls } = await callAws(Urls, sqs("ListQueues"));
  return Promise.all(QueueUrls.map(describeQueue));
}

const RedrivePolicy = z.looseObject({ deadLetterTargetArn: z.string() });

async function describeQueue(url: string): Promise<Queue> {
  const input = { QueueUrl: url, AttributeNames: ["All"] };
  const { Attributes: all } = await callAws(Attributes, sqs("GetQueueAttributes"), input);
  const policy = all.RedrivePolicy && RedrivePolicy.parse(JSON.parse(all.RedrivePolicy));
  return {
    name: url.split("/").at(-1) ?? url,
    url,
    arn: all.QueueArn,
    waiting: Number(all.ApproximateNumberOfMessages),
    inFlight: Number(all.ApproximateNumberOfMessagesNotVisible),
    delayed: Number(all.ApproximateNumberOfMessagesDelayed),
    deadLetters: policy ? policy.deadLetterTargetArn : undefined,
  };
}

const Message = z.object({
  MessageId: z.string(),
  ReceiptHandle: z.string(),
  Body: z.string(),
  Attributes: z._default(z.record(z.string(), z.string()), {}),
  MessageAttributes: z._default(
    z.record(z.string(), z.looseObject({ StringValue: z.optional(z.string()) })),
    {},
  ),
});
export type Message = z.infer<typeof Message>;
const Received = z.object({ Messages: z._default(z.array(Message), []) });

/** Up to ten messages, which stay where they are: they are hidden from nobody. */
export async function lookAtMessages(url: string): Promise<Message[]> {
  const { Messages } = await callAws(Received, sqs("ReceiveMessage"), {
    QueueUrl: url,
    MaxNumberOfMessages: 10,
    VisibilityTimeout: 0,
    AttributeNames: ["All"],
    MessageAttributeNames: ["All"],
  });
  return Messages;
}

export async function deleteMessage(url: string, { ReceiptHandle }: Message): Promise<void> {
  await callAws(Anything, sqs("DeleteMessage"), { QueueUrl: url, ReceiptHandle });
}

export async function sendMessage(url: string, MessageBody: string): Promise<void> {
  await callAws(Anything, sqs("SendMessage"), { QueueUrl: url, MessageBody });
}

export async function purgeQueue(url: string): Promise<void> {
  await callAws(Anything, sqs("PurgeQueue"), { QueueUrl: url });
}

/** Moves all messages of a queue to another, or back to where each came from. */
export async function moveMessages(SourceArn: string, DestinationArn: string): Promise<void> {
  const to = DestinationArn === "" ? {} : { DestinationArn };
  await callAws(Anything, sqs("StartMessageMoveTask"), { SourceArn, ...to });
}
