import { type FollowUpPorts, tryFollowUp } from "./follow-up";
import type { OrderRef, OrderRow } from "./order-row";
import { followUpId } from "./order-store";
import { type Step, takeStep } from "./take-step";

/** Others may change the row between our reading and our writing, but not this often. */
const maxTries = 10;

/** What becomes of the row as it is read: a step, or nothing. It is asked again when the row has changed. */
export type Decide = (row: OrderRow | null) => Step | null | Promise<Step | null>;

/**
 * Changes an order by one conditional write and does what then is owed. Resolves to the row after the
 * change, or as it was read if nothing was decided; null where there is none.
 */
export async function changeOrder(
  ports: FollowUpPorts,
  ref: OrderRef,
  decide: Decide,
): Promise<OrderRow | null> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const row = await ports.orders.read(ref);
    const step = await decide(row);
    if (row === null || step === null) return row;
    const { next, followUp } = takeStep(row, step);
    if (!(await ports.orders.save(row, next, followUp))) continue;
    await tryFollowUp(ports, ref, followUpId(next), followUp);
    return next;
  }
  throw new Error(`Order ${ref.id} changed ${maxTries} times while it was being changed.`);
}
