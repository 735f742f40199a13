import { isFinal } from "@serverlesspresso/contracts/order-state";
import { errorFields, log } from "../log";
import { changeOrder } from "../orders/change-order";
import { runFollowUp } from "../orders/follow-up";
import type { OrderRef } from "../orders/order-row";
import { timeOutStep } from "../orders/time-out-order";
import type { Executions, Ports } from "../ports";
import { announceShop, owesAnnouncement } from "../shop/announce-shop";
import type { ShopRow } from "../shop/shop-row";

/** A command has this long to do its follow-ups itself. */
const followUpGraceMs = 10_000;

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
  for (const ref of await ports.orders.listPending(now - followUpGraceMs)) {
    await count("followUps", ref, () => finishFollowUps(ports, ref, now, swept));
  }
  for (const ref of await ports.orders.listDue(now - dueGraceMs)) {
    await count("timedOut", ref, () => timeOut(ports, ref));
  }
  for (const shop of await ports.shops.list()) {
    await count("followUps", { eventId: shop.eventId }, () => announceIfOwed(ports, shop));
    for (const [id, execution] of Object.entries(shop.inFlight)) {
      await count("leases", { id, execution }, () => freePlace(ports, shop, id, execution));
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
  const late = left.filter(([, { at }]) => at < now - followUpGraceMs).sort(([, a], [, b]) => a.at - b.at);
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

async function timeOut(ports: SweeperPorts, ref: OrderRef): Promise<number> {
  let timedOut = 0;
  await changeOrder(ports, ref, (row) => {
    const step = row === null ? null : timeOutStep(row, ports.clock.now());
    timedOut = step === null ? 0 : 1;
    if (step === null) return null;
    return { ...step, outcome: step.move === "collect" ? "success" : "Cancelled" };
  });
  return timedOut;
}

async function announceIfOwed(ports: SweeperPorts, shop: ShopRow): Promise<number> {
  if (!owesAnnouncement(shop)) return 0;
  await announceShop(ports, shop);
  return 1;
}

/** A place is given back by the workflow; where it could not, by what its row or else its execution says. */
async function freePlace(ports: SweeperPorts, shop: ShopRow, id: string, execution: string): Promise<number> {
  const row = await ports.orders.read({ eventId: shop.eventId, id });
  const isOver =
    row === null
      ? !(await ports.executions.isRunning(execution))
      : row.state === "COMPLETED" || isFinal(row.state);
  if (!isOver) return 0;
  return (await ports.shops.removeLease(shop.eventId, id, execution)) ? 1 : 0;
}
