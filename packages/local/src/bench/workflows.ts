import type { AwsPort } from "../load/aws-port";
import { stateMachine } from "./bench-template";

const QueueUrl = "http://127.0.0.1/000000000000/tokens";
const startsAtOnce = 24;
const receiversAtOnce = 3;

interface Message {
  Body: string;
  ReceiptHandle: string;
}

/** Starts `count` workflows and returns each one's token; resolves with how many were over a second. */
export async function workflowsPerSecond(aws: AwsPort, count: number): Promise<number> {
  const began = performance.now();
  let returned = 0;
  const receive = async (): Promise<void> => {
    while (returned < count) {
      const wanted = { QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 };
      const { Messages = [] } = await aws.call("AmazonSQS.ReceiveMessage", wanted);
      await Promise.all(Messages.map((message: Message) => returnToken(aws, message)));
      returned += Messages.length;
      const Entries = Messages.map(({ ReceiptHandle }: Message, index: number) => ({
        Id: String(index),
        ReceiptHandle,
      }));
      if (Entries.length > 0) await aws.call("AmazonSQS.DeleteMessageBatch", { QueueUrl, Entries });
    }
  };
  await Promise.all([startMany(aws, "Waiting", count), ...Array.from({ length: receiversAtOnce }, receive)]);
  return (count * 1000) / (performance.now() - began);
}

/** Starts executions; resolves when all starts are answered. */
export async function startMany(aws: AwsPort, name: string, count: number): Promise<void> {
  let next = 0;
  const lanes = Array.from({ length: startsAtOnce }, async () => {
    for (let n = next++; n < count; n = next++) {
      const input = JSON.stringify({ n });
      await aws.call("AWSStepFunctions.StartExecution", { stateMachineArn: `${stateMachine}${name}`, input });
    }
  });
  await Promise.all(lanes);
}

async function returnToken(aws: AwsPort, { Body }: Message): Promise<void> {
  const { token } = JSON.parse(Body).detail;
  await aws.call("AWSStepFunctions.SendTaskSuccess", { taskToken: token, output: "{}" });
}
