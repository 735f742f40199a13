import { randomUUID } from "node:crypto";
import { type FollowUpPorts, tryFollowUp } from "./follow-up";
import { type OrderRef, type OrderRow, refOf } from "./order-row";
import { followUpId } from "./order-store";
import { type Step, type StepTaken, takeStep } from "./take-step";

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
    const changed = await saveStep(ports, row, takeStep(row, step));
    if (changed !== null) return changed;
  }
  throw new Error(`Order ${ref.id} changed ${maxTries} times while it was being changed.`);
}

/**
 * Writes a step and does what then is owed. Resolves to the row that holds the step, null if it had changed since it
 * was read. Where a write held and its answer was lost, the SDK sends it again, and the second one is refused for
 * what the first has changed: what is owed then bears the mark of this very try.
 */
export async function saveStep(
  ports: FollowUpPorts,
  row: OrderRow,
  { next, followUp }: StepTaken,
): Promise<OrderRow | null> {
  const id = followUpId(next);
  const owed = followUp === null ? null : { ...followUp, mark: randomUUID() };
  const isSaved = await ports.orders.save(row, next, owed);
  const now = isSaved ? next : await ports.orders.read(refOf(row));
  if (!isSaved && (owed === null || now?.pending[id]?.mark !== owed.mark)) return null;
  await tryFollowUp(ports, refOf(row), id, followUp);
  return now;
}
