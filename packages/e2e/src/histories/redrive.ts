import { FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { eventType } from "@serverlesspresso/contracts/event";
import { z } from "zod";
import { awsClients, names } from "../aws-clients";
import type { Company } from "./company";
import type { Redriven } from "./evidence";
import type { OrderHistory } from "./play-history";
import { disagreementsOf, runningExecutions } from "./settle";
import { type OrderItem, ordersById, shopOf } from "./tables";

const Logged = z.object({
  "detail-type": z.string(),
  detail: z.looseObject({ orderId: z.string() }),
});
const mostOrders = 4;
const tries = 200;
const againMs = 50;
const handled: readonly string[] = [
  eventType.newOrder,
  eventType.workflowStarted,
  eventType.waitingForBarista,
  eventType.waitingForCollection,
  eventType.shopUnavailable,
  eventType.orderSubmitted,
  eventType.orderCompleted,
];

/** Puts everything that the bus ever carried for some orders on it again, out of order, and says what that changed. */
export async function redrive(
  company: Company,
  histories: readonly OrderHistory[],
  since: number,
): Promise<Redriven> {
  const { stack, eventId } = company;
  const ids = histories.slice(0, mostOrders).map(({ orderId }) => orderId);
  const before = await rowsOf(company, ids);
  const events = (await Promise.all(ids.map((id) => eventsOf(company, id, since)))).flat();
  const { put } = awsClients(stack);
  for (const { "detail-type": type, detail } of [...events].reverse()) await put(type, detail);
  await untilHandled(company);
  const after = await rowsOf(company, ids);
  const [shop, running] = [await shopOf(stack, eventId), await runningExecutions(stack)];
  const changes = before.flatMap((row) => {
    const now = after.find(({ SK }) => SK === row.SK);
    const isSame = JSON.stringify(told(now)) === JSON.stringify(told(row));
    const wrong = now === undefined ? [] : disagreementsOf(now, shop, running, true);
    return isSame ? wrong : [...wrong, `${row.SK} changed by events that came again`];
  });
  return { events: events.length, changes };
}

function rowsOf({ stack, eventId }: Company, ids: readonly string[]): Promise<OrderItem[]> {
  return ordersById(stack, eventId, ids);
}

function told(row: OrderItem | undefined) {
  return row && [row.version, row.history, row.keys, row.pending, row.TaskToken, row.execution];
}

async function eventsOf({ stack }: Company, orderId: string, startTime: number) {
  const { events = [] } = await awsClients(stack).logs.send(
    new FilterLogEventsCommand({
      ...{ logGroupName: names.eventLogGroup, startTime },
      filterPattern: `{ $.detail.orderId = "${orderId}" }`,
    }),
  );
  const logged = events.map(({ message }) => Logged.parse(JSON.parse(message ?? "")));
  return logged.filter((event) => handled.includes(event["detail-type"]));
}

/** What was put before is handled once an order that was begun after it has come and gone, and no workflow runs. */
async function untilHandled(company: Company): Promise<void> {
  const [, , manager] = company.staff;
  const marker = await company.begin("walk-up");
  for (let tried = 0; tried < tries && marker && manager; tried += 1) {
    const path = `/orders/${marker.orderId}/cancel`;
    await manager.call("POST", path, { reason: "Only looking" }, marker.orderId);
    const [row] = await rowsOf(company, [marker.orderId]);
    const running = await runningExecutions(company.stack);
    if (row?.execution !== undefined && !running.has(row.execution)) return;
    if (row?.ORDERSTATE === "CANCELLED" && running.size === 0) return;
    await new Promise((done) => setTimeout(done, againMs));
  }
}
