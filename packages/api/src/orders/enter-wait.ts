import { eventType, type WaitEvent } from "@serverlesspresso/contracts/event";
import { isFinal } from "@serverlesspresso/contracts/order-state";
import { log } from "../log";
import type { Ports } from "../ports";
import { saveStep } from "./change-order";
import { endWait, tryFollowUp } from "./follow-up";
import { newOrder } from "./new-order";
import type { WaitingFor } from "./order-row";
import {
  type OrderRef,
  type OrderRow,
  type Outcome,
  type PatienceSeconds,
  placeOf,
  refOf,
  type Waiting,
  waitOf,
} from "./order-row";
import { followUpId } from "./order-store";
import { patienceIn, patienceOf } from "./patience";
import { type StepTaken, takeStep } from "./take-step";

const maxTries = 10;

export type WaitPorts = Pick<Ports, "orders" | "shops" | "validator" | "bus" | "workflow" | "clock">;

/**
 * The workflow waits for somebody and hands over the token that ends the wait. It is kept with the row for
 * the command that will name it; where the row is already past that wait, the wait ends at once as the row
 * says. Safe to repeat and in any order: of one execution the later wait counts, and the row has one execution.
 * @param putAt when the workflow put the event, in epoch ms
 */
export async function enterWait(
  ports: WaitPorts,
  event: WaitEvent,
  waitingFor: WaitingFor,
  putAt: number,
): Promise<void> {
  const { execution, wait, TaskToken: taskToken } = event;
  const waiting: Waiting = { execution, wait, waitingFor, taskToken };
  for (let tries = 0; tries < maxTries; tries += 1) {
    if (await tryToEnter(ports, event, waiting, putAt)) return;
  }
  throw new Error(`Order ${event.orderId} changed ${maxTries} times while its wait was being stored.`);
}

/** False if the row changed meanwhile. */
async function tryToEnter(
  ports: WaitPorts,
  event: WaitEvent,
  waiting: Waiting,
  putAt: number,
): Promise<boolean> {
  const ref: OrderRef = { eventId: event.eventId, id: event.orderId };
  const row = await ports.orders.read(ref);
  if (row === null) return await enterWithoutRow(ports, event, waiting, putAt);
  if (row.waiting === null && row.state === "REQUESTED") return await admit(ports, row, waiting);

  if (row.waiting === null || row.waiting.execution !== waiting.execution) {
    const wasNeverAdmitted = row.waiting === null;
    log("warn", "wait of an order that is not its workflow's", { ...ref, execution: waiting.execution });
    await ports.workflow.fail(waiting.taskToken, wasNeverAdmitted ? "Cancelled" : "AlreadyOrdered");
    return true;
  }
  if (waiting.wait > row.waiting.wait) {
    if (!(await ports.orders.storeToken(ref, waiting))) return false;
  } else if (waiting.taskToken !== row.waiting.taskToken) {
    return true;
  }
  await settle(ports, ref, waiting);
  return true;
}

/**
 * An order whose first event was put by hand gets its row here, by whichever of its waits is first to come: somebody
 * may have returned a token by hand, too, so that the workflow is ahead of the row. An event that comes when its
 * workflow has given up waiting, and its place with it, makes no order.
 */
async function enterWithoutRow(
  ports: WaitPorts,
  event: WaitEvent,
  waiting: Waiting,
  putAt: number,
): Promise<boolean> {
  const cancelled = async () => {
    await ports.workflow.fail(waiting.taskToken, "Cancelled");
    return true;
  };
  const shop = await ports.shops.read(event.eventId);
  const at = ports.clock.now();
  if (shop === null || at >= putAt + patienceIn(shop)[waiting.waitingFor] * 1000) return await cancelled();
  const requested = newOrder({ id: event.orderId, userId: event.userId, shop, at, code: null });
  // Nobody has seen it as REQUESTED, so that the step to CREATED is its first version.
  const taken = admission({ ...requested, version: 0, history: [] }, waiting, patienceIn(shop), at);
  const row = pendingWith(taken);
  if (!(await ports.orders.create(row))) return false;
  await tryFollowUp(ports, refOf(row), followUpId(row), taken.followUp);
  return true;
}

async function admit(ports: WaitPorts, row: OrderRow, waiting: Waiting): Promise<boolean> {
  const taken = admission(row, waiting, await patienceOf(ports, row), ports.clock.now());
  return (await saveStep(ports, row, taken)) !== null;
}

function admission(row: OrderRow, waiting: Waiting, patience: PatienceSeconds, at: number): StepTaken {
  return takeStep(row, {
    move: "admit",
    by: "shop",
    at,
    message: "The shop has a place: time to choose.",
    event: eventType.orderAdmitted,
    fields: { waiting, due: at + patience.customer * 1000 },
  });
}

function pendingWith({ next, followUp }: StepTaken): OrderRow {
  return followUp === null ? next : { ...next, pending: { [followUpId(next)]: followUp } };
}

/** The row may have moved on before its token was there to be named: then the wait ends as the row says. */
async function settle(ports: WaitPorts, ref: OrderRef, waiting: Waiting): Promise<void> {
  const row = await ports.orders.read(ref);
  const outcome = row === null ? "Cancelled" : settlement(row, waiting.waitingFor);
  if (outcome !== null) await endWait(ports.workflow, waiting.taskToken, outcome);
}

/** How a wait ends in view of the row; null while the row is in that wait, or lags behind it. */
export function settlement(row: OrderRow, waitingFor: WaitingFor): Outcome | null {
  if (row.state === "COLLECTED") return "success";
  const here = waitOf(row.state);
  if (isFinal(row.state) || here === null) return "Cancelled";
  if (placeOf(here) > placeOf(waitingFor)) return "success";
  return isRecalled(row, waitingFor) ? "Recalled" : null;
}

/** Whether the workflow waits for a drink to be collected that is being made again. */
export function isRecalled(row: OrderRow, waitingFor: WaitingFor): boolean {
  return waitingFor === "collection" && row.completedAt !== null && waitOf(row.state) === "barista";
}
