import { ListExecutionsCommand } from "@aws-sdk/client-sfn";
import { isFinal, type OrderState } from "@serverlesspresso/contracts/order-state";
import { awsClients, names } from "../aws-clients";
import type { Stack } from "../stack";
import { machineOf } from "./people";
import { type OrderItem, ordersById, type ShopItem, shopOf } from "./tables";

const stateMachineArn = `arn:aws:states:us-east-1:000000000000:stateMachine:${names.workflow}`;

/** Names of the executions that run now. */
export async function runningExecutions(stack: Stack): Promise<Set<string>> {
  return new Set(await listExecutions(stack, "RUNNING"));
}

export async function listExecutions(stack: Stack, statusFilter: "RUNNING" | "SUCCEEDED"): Promise<string[]> {
  const { stepFunctions } = awsClients(stack);
  const found: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await stepFunctions.send(
      new ListExecutionsCommand({ stateMachineArn, statusFilter, nextToken }),
    );
    found.push(...(page.executions ?? []).flatMap(({ name }) => name ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return found;
}

const waitsFor: Record<OrderState, OrderItem["waitingFor"] | null> = {
  ...{ REQUESTED: null, CREATED: "customer", SUBMITTED: "barista", MAKING: "barista" },
  ...{ COMPLETED: "collection", COLLECTED: null, CANCELLED: null, EXPIRED: null },
};

/** In what row, workflow and places do not agree yet. */
export function disagreementsOf(
  row: OrderItem,
  { inFlight }: ShopItem,
  running: ReadonlySet<string>,
  isStopped: boolean,
): string[] {
  const { SK, ORDERSTATE, pending, PENDING, execution, waitingFor } = row;
  const runs = execution !== undefined && running.has(execution);
  const hasEnded = isFinal(ORDERSTATE);
  const findings: [boolean, string][] = [
    [ORDERSTATE !== "REQUESTED", "has not been taken up"],
    [Object.keys(pending).length === 0 && PENDING === undefined, "owes follow-ups"],
    [!hasEnded || !runs, "has ended, its workflow has not"],
    [hasEnded || isStopped || runs, "goes on without its workflow"],
    [hasEnded || isStopped || waitingFor === waitsFor[ORDERSTATE], `waits for ${waitingFor}`],
    [!(hasEnded || ORDERSTATE === "COMPLETED") || inFlight[SK] === undefined, "keeps its place"],
  ];
  return findings.flatMap(([isSo, finding]) => (isSo ? [] : [`${SK} (${ORDERSTATE}) ${finding}`]));
}

export interface Settled {
  rows: OrderItem[];
  shop: ShopItem;
  running: Set<string>;
  seconds: number;
  disagreements: string[];
}

const stepSeconds = 5;
const mostSeconds = 120;
const againMs = 100;
/** What is under way needs real time, however the clock is moved: it is moved once nothing has changed for a moment. */
const stillLooks = 10;

/**
 * Looks until row, workflow and place of each of these orders agree, moving the machine's clock on; gives up after two
 * minutes of that clock and says what does not agree.
 */
export async function settle(
  stack: Stack,
  eventId: string,
  ids: readonly string[],
  stopped: ReadonlySet<string>,
): Promise<Settled> {
  const machine = await machineOf(stack);
  const began = await machine.now();
  let before = "";
  let still = 0;
  for (;;) {
    const rows = await ordersById(stack, eventId, ids);
    const [shop, running] = [await shopOf(stack, eventId), await runningExecutions(stack)];
    const isStopped = ({ execution }: OrderItem) => execution !== undefined && stopped.has(execution);
    const disagreements = rows.flatMap((row) => disagreementsOf(row, shop, running, isStopped(row)));
    const seconds = ((await machine.now()) - began) / 1000;
    if (disagreements.length === 0 || seconds > mostSeconds)
      return { rows, shop, running, seconds, disagreements };
    const seen = [...rows.map(looksOf), ...Object.keys(shop.inFlight), ...running].sort().join("\n");
    still = seen === before ? still + 1 : 0;
    before = seen;
    if (still === stillLooks) {
      await stack.advance(stepSeconds);
      still = 0;
    }
    await new Promise((done) => setTimeout(done, againMs));
  }
}

/** What of a row goes on while nobody does anything, in an order of its own: the table has none. */
function looksOf({ SK, version, waitingFor, TaskToken, pending }: OrderItem): string {
  return [SK, version, waitingFor, TaskToken, ...Object.keys(pending).sort()].join(" ");
}
