import { AwsError } from "../aws-error";
import type { Machine } from "../service";
import type { Envelope } from "./envelope";

/** Why a delivery is given up. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly attempts: number;
  readonly condition?: "MaximumRetryAttempts" | "MaximumEventAgeInSeconds";
}

const goneCodes = new Set([
  "NO_RESOURCE",
  "ResourceNotFoundException",
  "StateMachineDoesNotExist",
  "QueueDoesNotExist",
]);

/** The resource is missing, so trying again cannot help; AWS does not retry these either. */
export function isGone(cause: unknown): boolean {
  return cause instanceof AwsError && goneCodes.has(cause.code);
}

/**
 * Sends an event to a target's dead-letter queue, with AWS's attributes.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 */
export async function sendToDeadLetterQueue(
  machine: Machine,
  delivery: { queueArn: string; event: Envelope; ruleArn: string; targetArn: string; failure: Failure },
): Promise<void> {
  const { queueArn, event, ruleArn, targetArn, failure } = delivery;
  const { QueueUrl } = await machine.aws.call("sqs", "GetQueueUrl", {
    QueueName: queueArn.split(":").at(-1),
  });
  await machine.aws.call("sqs", "SendMessage", {
    QueueUrl,
    MessageBody: JSON.stringify(event),
    MessageAttributes: {
      RULE_ARN: text(ruleArn),
      TARGET_ARN: text(targetArn),
      ERROR_CODE: text(failure.code),
      ERROR_MESSAGE: text(failure.message),
      RETRY_ATTEMPTS: { DataType: "Number", StringValue: String(Math.max(failure.attempts - 1, 0)) },
      ...(failure.condition && { EXHAUSTED_RETRY_CONDITION: text(failure.condition) }),
    },
  });
}

/** An empty attribute is refused by SQS. */
function text(value: string): { DataType: string; StringValue: string } {
  return { DataType: "String", StringValue: value.slice(0, 1024) || "-" };
}
