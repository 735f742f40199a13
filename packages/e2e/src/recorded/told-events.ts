import { FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { expect } from "@playwright/test";
import { eventType } from "@serverlesspresso/contracts/event";
import { z } from "zod";
import { awsClients, names } from "../aws-clients";
import type { Stack } from "../stack";

const Logged = z.object({
  "detail-type": z.string(),
  detail: z.looseObject({
    execution: z.string().optional(),
    wait: z.number().optional(),
    version: z.number().optional(),
    state: z.string().optional(),
    cause: z.string().nullish(),
  }),
});
type Logged = z.infer<typeof Logged>;

/**
 * What was told of an order on the bus, each once: by the versions of its row, then by the waits of its workflow.
 * Waits until the log has told of the row's last version and, where the workflow finished the order, of that.
 */
export async function eventsOf(
  stack: Stack,
  orderId: string,
  { version, isFinished }: { version: number; isFinished: boolean },
): Promise<string[]> {
  let found: Logged[] = [];
  const isWhole = async () => {
    found = await loggedOf(stack, orderId);
    const has = (isIt: (event: Logged) => boolean) => found.some(isIt);
    return (
      has(({ detail }) => detail.version === version) &&
      (!isFinished || has((event) => event["detail-type"] === eventType.orderFinished))
    );
  };
  await expect.poll(isWhole).toBe(true);
  const inOrder = found.toSorted((a, b) => rankOf(a) - rankOf(b));
  return [...new Set(inOrder.map(lineOf))];
}

/** The executions that told of themselves, the first first. */
export async function startedBy(stack: Stack, orderId: string): Promise<string[]> {
  const found = await loggedOf(stack, orderId);
  return [...new Set(found.flatMap(({ detail }) => detail.execution ?? []))];
}

async function loggedOf(stack: Stack, orderId: string): Promise<Logged[]> {
  const { logs } = awsClients(stack);
  const filterPattern = `{ $.detail.orderId = "${orderId}" }`;
  const search = new FilterLogEventsCommand({ logGroupName: names.eventLogGroup, filterPattern });
  const { events = [] } = await logs.send(search);
  return events.map(({ message = "" }) => Logged.parse(JSON.parse(message)));
}

function rankOf({ detail }: Logged): number {
  return detail.version ?? 1_000 + (detail.wait ?? 0);
}

function lineOf({ "detail-type": type, detail }: Logged): string {
  const { version, state, wait, cause } = detail;
  const parts = [type, version, state, wait && `wait ${wait}`, cause];
  return parts.filter((part) => part !== undefined && part !== null).join(" ");
}
