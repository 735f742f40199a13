import { EventId, eventType } from "@serverlesspresso/contracts/event";
import { OrderId } from "@serverlesspresso/contracts/order";
import * as z from "zod/mini";
import { log } from "../log";
import type { Ports } from "../ports";
import { changeOrder } from "./change-order";
import { isRecalled } from "./enter-wait";
import { type OrderRow, placeOf, WaitingFor, waitOf } from "./order-row";
import type { Step } from "./take-step";

/** What the workflow asks when the time of one of its waits is up. */
export const TimedOutWait = z.object({
  orderId: OrderId,
  eventId: EventId,
  execution: z.string().check(z.minLength(1)),
  waitingFor: WaitingFor,
});
export type TimedOutWait = z.infer<typeof TimedOutWait>;

/** Where the workflow goes on: to the next wait, the same one again, the barista's, or to its end. */
export interface WayOn {
  go: "next" | "again" | "recalled" | "end";
  /** How long the wait that it enters may take. */
  seconds: number;
}

export type TimeOutPorts = Pick<Ports, "orders" | "validator" | "bus" | "workflow" | "clock">;

/** Expires the order if its time is really up, and says where the workflow goes on. */
export async function timeOutOrder(ports: TimeOutPorts, asked: TimedOutWait): Promise<WayOn> {
  const ref = { eventId: asked.eventId, id: asked.orderId };
  const row = await changeOrder(ports, ref, (found) => {
    const now = ports.clock.now();
    if (found === null || wayOn(found, asked, now).go !== "again") return null;
    // The workflow has left the wait by itself: there is no token to return.
    return timeOutStep(found, now);
  });
  const way = row === null ? end : wayOn(row, asked, ports.clock.now());
  log("info", "wait timed out", { ...ref, waitingFor: asked.waitingFor, state: row?.state, go: way.go });
  return way;
}

const end: WayOn = { go: "end", seconds: 1 };

function wayOn(row: OrderRow, { execution, waitingFor }: TimedOutWait, now: number): WayOn {
  if (row.waiting !== null && row.waiting.execution !== execution) return end;
  const seconds = Math.max(1, Math.ceil(((row.due ?? now) - now) / 1000));
  const here = waitOf(row.state);
  if (here === null) {
    const isDone = row.state === "COLLECTED" && waitingFor === "collection";
    return isDone ? { go: "next", seconds } : end;
  }
  if (placeOf(here) > placeOf(waitingFor)) return { go: "next", seconds };
  if (isRecalled(row, waitingFor)) return { go: "recalled", seconds };
  return { go: "again", seconds };
}

/** What the clock does to an order: nothing before it is due, then collects what is ready and expires the rest. */
export function timeOutStep(row: OrderRow, now: number): Step | null {
  if (row.due === null || now < row.due) return null;
  const step = { by: "clock", at: now, fields: { cause: "timeout" } } as const;
  switch (waitOf(row.state)) {
    case "customer":
      return {
        ...step,
        move: "expire",
        message: "Nothing was chosen in time.",
        event: eventType.orderTimedOut,
      };
    case "barista":
      return {
        ...step,
        move: "expire",
        message: "It could not be made in time.",
        event: eventType.orderTimedOut,
      };
    case "collection":
      return {
        ...step,
        move: "collect",
        message: "Taken to be collected.",
        event: eventType.orderCollected,
      };
    case null:
      return null;
  }
}
