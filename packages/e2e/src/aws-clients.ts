import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { SFNClient } from "@aws-sdk/client-sfn";
import { SQSClient } from "@aws-sdk/client-sqs";
import { eventSource, namesOf } from "@serverlesspresso/contracts/names";
import type { Stack } from "./stack";

export const names = namesOf("default");

type Clients = ReturnType<typeof newClients>;

const known = new WeakMap<Stack, Clients>();

/** The SDK's clients against one stack, made once: what the workshop does by hand. */
export function awsClients(stack: Stack): Clients {
  const clients = known.get(stack) ?? newClients(stack);
  known.set(stack, clients);
  return clients;
}

function newClients(stack: Stack) {
  const settings = {
    endpoint: stack.awsUrl,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  };
  const events = new EventBridgeClient(settings);
  return {
    dynamodb: new DynamoDBClient(settings),
    events,
    logs: new CloudWatchLogsClient(settings),
    stepFunctions: new SFNClient(settings),
    sqs: new SQSClient(settings),
    /** Puts one event of ours on the bus. */
    put: (detailType: string, detail: object) => putAll(events, detailType, [detail]),
    /** Puts up to ten of a type at once. */
    putAll: (detailType: string, details: readonly object[]) => putAll(events, detailType, details),
  };
}

async function putAll(
  events: EventBridgeClient,
  DetailType: string,
  details: readonly object[],
): Promise<void> {
  const Entries = details.map((detail) => ({
    ...{ EventBusName: names.eventBus, Source: eventSource, DetailType },
    Detail: JSON.stringify(detail),
  }));
  const { FailedEntryCount } = await events.send(new PutEventsCommand({ Entries }));
  if (FailedEntryCount !== 0) throw new Error(`the bus refused ${DetailType}`);
}
