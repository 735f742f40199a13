import { isFinal } from "@serverlesspresso/contracts/order-state";
import { errorFields, log } from "../log";
import { changeOrder } from "../orders/change-order";
import { runFollowUp } from "../orders/follow-up";
import type { OrderRef, OrderRow } from "../orders/order-row";
import { timeOutStep } from "../orders/time-out-order";
import type { Executions, Ports } from "../ports";
import { announceShop, owesAnnouncement } from "../shop/announce-shop";
import type { ShopRow } from "../shop/shop-row";

/** Whoever changed something has this long to do what follows from it. */
const graceMs = 10_000;

/** The workflow has this long to decide on a time-out itself. */
const dueGraceMs = 60_000;

export type SweeperPorts = Pick<Ports, "orders" | "shops" | "validator" | "bus" | "workflow" | "clock"> & {
  executions: Executions;
};

/** How often the sweeper had to finish what others began; all zero while everything is well. */
export interface Swept {
  followUps: number;
  timedOut: number;
  leases: number;
  failures: number;
  /** For how long the oldest of what was found half-done had been so. */
  oldestSeconds: number;
}

/** Finishes what crashed or was lost. One row that cannot be finished does not keep the others from it. */
export async function sweep(ports: SweeperPorts): Promise<Swept> {
  const swept: Swept = { followUps: 0, timedOut: 0, leases: 0, failures: 0, oldestSeconds: 0 };
  const now = ports.clock.now();
  const count = async (
    what: Exclude<keyof Swept, "oldestSeconds">,
    fields: object,
    work: () => Promise<number>,
  ) => {
    try {
      swept[what] += await work();
    } catch (error) {
      swept.failures += 1;
      log("error", "not swept", { what, ...fields, ...errorFields(error) });
    }
  };
  for (const ref of await ports.orders.listPending(now - graceMs)) {
    await count("followUps", ref, () => finishFollowUps(ports, ref, now, swept));
  }
  const timedOut = new Set<string>();
  for (const ref of await ports.orders.listDue(now - dueGraceMs)) {
    await count("timedOut", ref, async () => {
      const isTimedOut = await timeOut(ports, ref);
      if (isTimedOut) timedOut.add(nameOf(ref));
      return isTimedOut ? 1 : 0;
    });
  }
  for (const eventId of await ports.shops.listIds()) {
    const places: [string, string][] = [];
    await count("followUps", { eventId }, async () => {
      const shop = await ports.shops.read(eventId);
      places.push(...Object.entries(shop?.inFlight ?? {}));
      return shop === null ? 0 : announceIfOwed(ports, shop, now);
    });
    for (const [id, execution] of places) {
      const ref = { eventId, id };
      // Nobody is waited for where the workflow did not keep the time either.
      const before = timedOut.has(nameOf(ref)) ? Number.POSITIVE_INFINITY : now - graceMs;
      await count("leases", { id, execution }, () => freePlace(ports, ref, execution, before));
    }
  }
  return swept;
}

async function finishFollowUps(
  ports: SweeperPorts,
  ref: OrderRef,
  now: number,
  swept: Pick<Swept, "oldestSeconds">,
): Promise<number> {
  const row = await ports.orders.read(ref);
  if (row === null) return 0;
  const left = Object.entries(row.pending);
  const late = left.filter(([, { at }]) => at < now - graceMs).sort(([, a], [, b]) => a.at - b.at);
  for (const [id, followUp] of late) {
    const ageSeconds = Math.round((now - followUp.at) / 1000);
    swept.oldestSeconds = Math.max(swept.oldestSeconds, ageSeconds);
    await runFollowUp(ports, ref, id, followUp);
    log("info", "follow-up finished", { ...ref, followUp: id, ageSeconds });
  }
  // Two commands that each left the other's entry behind may leave an empty row in the index.
  if (left.length === 0) await ports.orders.settlePending(ref);
  return late.length;
}

function nameOf({ eventId, id }: OrderRef): string {
  return `${eventId}/${id}`;
}

async function timeOut(ports: SweeperPorts, ref: OrderRef): Promise<boolean> {
  let isTimedOut = false;
  await changeOrder(ports, ref, (row) => {
    const step = row === null ? null : timeOutStep(row, ports.clock.now());
    isTimedOut = step !== null;
    if (step === null) return null;
    return { ...step, outcome: step.move === "collect" ? "success" : "Cancelled" };
  });
  return isTimedOut;
}

async function announceIfOwed(ports: SweeperPorts, shop: ShopRow, now: number): Promise<number> {
  if (!owesAnnouncement(shop) || (shop.changedAt ?? 0) >= now - graceMs) return 0;
  await announceShop(ports, shop);
  return 1;
}

/**
 * A place is given back by the workflow; where it could not, by what its row or else its execution says.
 * @param before an order that was ready or ended only since then still has its workflow
 */
async function freePlace(
  ports: SweeperPorts,
  ref: OrderRef,
  execution: string,
  before: number,
): Promise<number> {
  const row = await ports.orders.read(ref);
  const isOver = row === null ? !(await ports.executions.isRunning(execution)) : doneAt(row) < before;
  if (!isOver) return 0;
  return (await ports.shops.removeLease(ref.eventId, ref.id, execution)) ? 1 : 0;
}

/** Since when an order needs no place any more: never while it is to be made. */
function doneAt({ state, closedAt, completedAt }: OrderRow): number {
  const isDone = state === "COMPLETED" || isFinal(state);
  return isDone ? (closedAt ?? completedAt ?? 0) : Number.POSITIVE_INFINITY;
}
