import type { Machine } from "../service";
import type { EventInvokeSettings } from "./async-invocations";
import type { Outcome } from "./function-worker";
import type { LambdaFunction } from "./lambda-function";

export interface Failure {
  readonly lambda: LambdaFunction;
  readonly settings: EventInvokeSettings;
  readonly payload: string;
  readonly id: string;
  readonly attempts: number;
  readonly outcome: Outcome;
}

/** Sends an invocation that failed for good to the function's destination and dead-letter queue. */
export async function reportFailure(machine: Machine, failure: Failure): Promise<void> {
  const { lambda, settings, payload, id, outcome } = failure;
  if (settings.onFailureArn !== undefined) {
    await send(machine, settings.onFailureArn, JSON.stringify(destinationRecord(machine, failure)));
  }
  if (lambda.settings.deadLetterArn !== undefined) {
    const { errorMessage = "" } = JSON.parse(outcome.payload);
    await send(machine, lambda.settings.deadLetterArn, payload, {
      RequestID: { DataType: "String", StringValue: id },
      ErrorCode: { DataType: "Number", StringValue: "200" },
      ErrorMessage: { DataType: "String", StringValue: String(errorMessage).slice(0, 1024) || "-" },
    });
  }
}

// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
function destinationRecord(machine: Machine, { lambda, payload, id, attempts, outcome }: Failure): object {
  return {
    version: "1.0",
    timestamp: new Date(machine.clock.now()).toISOString(),
    requestContext: {
      requestId: id,
      functionArn: `${lambda.settings.arn}:$LATEST`,
      condition: "RetriesExhausted",
      approximateInvokeCount: attempts,
    },
    requestPayload: JSON.parse(payload),
    responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
    responsePayload: JSON.parse(outcome.payload),
  };
}

async function send(machine: Machine, queueArn: string, body: string, attributes?: object): Promise<void> {
  const QueueName = queueArn.split(":").at(-1) ?? "";
  const { QueueUrl } = await machine.aws.call("sqs", "GetQueueUrl", { QueueName });
  await machine.aws.call("sqs", "SendMessage", {
    QueueUrl,
    MessageBody: body,
    ...(attributes && { MessageAttributes: attributes }),
  });
}
