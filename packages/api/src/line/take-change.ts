import type { OrderChanged } from "@serverlesspresso/contracts/event";
import { foresee, newBarista } from "./foresee";
import { type Barista, baristaKey, type LineRow, type OpenOrder } from "./line-row";
import { waitRange } from "./wait-range";
import { finishOrder, startOrder } from "./watch-barista";

/** An order whose end nobody tells of leaves the line so long after it was due. */
const graceMs = 60_000;
const endedKept = 10;

/**
 * The line after a change of one of its orders; the same one where the change says nothing new: it is told
 * again, comes late, or is of an order without a number.
 */
export function takeChange(row: LineRow, changed: OrderChanged): LineRow {
  const { orderNumber: number, version } = changed;
  if (number === null || changed.submittedAt === null) return row;
  const at = Date.parse(changed.at);
  const submittedAt = Date.parse(changed.submittedAt);
  const isKnown = (order: OpenOrder) => order.number === number && order.submittedAt === submittedAt;
  const known = row.orders.find(isKnown);
  if (known !== undefined && known.version >= version) return row;
  const orders = row.orders.filter((order) => order !== known && order.goneAt > at);
  const others: LineRow = { ...row, orders };
  switch (changed.state) {
    case "SUBMITTED":
    case "MAKING": {
      const isRecalled = changed.completedAt !== null;
      if (known === undefined && !isRecalled && row.ended.includes(submittedAt)) return row;
      const order = { ...orderOf(changed, number, submittedAt), told: known?.told ?? null };
      const next = known === undefined ? others : emptyHandsOf(others, known, at);
      return order.barista === null
        ? join(next, order, at, known === undefined)
        : startOrder(next, order, at);
    }
    case "COMPLETED":
      return ended(finishOrder(others, known, changed.baristaUserId, at), submittedAt);
    case "CANCELLED":
    case "EXPIRED":
      return known === undefined ? row : ended(emptyHandsOf(others, known, at), submittedAt);
    case "REQUESTED":
    case "CREATED":
    case "COLLECTED":
      return row;
  }
}

function orderOf(changed: OrderChanged, number: number, submittedAt: number): Omit<OpenOrder, "told"> {
  const at = Date.parse(changed.at);
  const isMaking = changed.state === "MAKING";
  return {
    drink: changed.drinkOrder?.drink ?? "",
    options: changed.drinkOrder?.modifiers.length ?? 0,
    number,
    version: changed.version,
    submittedAt,
    goneAt: Date.parse(changed.dueAt ?? changed.at) + graceMs,
    claimedAt: isMaking ? at : null,
    barista: isMaking && changed.baristaUserId !== null ? baristaKey(changed.baristaUserId) : null,
    isRecalled: changed.completedAt !== null,
  };
}

/** Of a new order its customer is told now: that is what its end will be held against. */
function join(row: LineRow, order: OpenOrder, at: number, isNew: boolean): LineRow {
  const next = { ...row, orders: [...row.orders, order] };
  const foresight = isNew ? foresee(next, at).orders.get(order) : undefined;
  const range = foresight && waitRange(next, foresight);
  if (!foresight || !range) return next;
  const [point, spread] = [round(foresight.point), Math.max(1, round(foresight.spread))];
  return { ...row, orders: [...row.orders, { ...order, told: { point, spread, until: range.toSeconds } }] };
}

/** Whoever had claimed the order has nothing of it in their hands any more. */
function emptyHandsOf(row: LineRow, { barista: key }: OpenOrder, at: number): LineRow {
  if (key === null) return row;
  const barista: Barista = { ...(row.baristas[key] ?? newBarista(at)), freeAt: at };
  return { ...row, baristas: { ...row.baristas, [key]: barista } };
}

function ended(row: LineRow, submittedAt: number): LineRow {
  return { ...row, ended: [...row.ended, submittedAt].slice(-endedKept) };
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
