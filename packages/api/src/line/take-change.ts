import type { OrderChanged } from "@serverlesspresso/contracts/event";
import { foresee, newBarista } from "./foresee";
import { type Barista, baristaKey, type DepartedOrder, type LineRow, type OpenOrder } from "./line-row";
import { waitRange } from "./wait-range";
import { finishOrder, startOrder } from "./watch-barista";

/** An order whose end nobody tells of leaves the line so long after it was due. */
const graceMs = 60_000;
/** More than a busy shop makes while an event can still come late. */
const departedKept = 30;

/**
 * The line after a change of one of its orders; the same one where the change says nothing new: it is told
 * again, comes late, or is of an order without a number.
 */
export function takeChange(row: LineRow, changed: OrderChanged): LineRow {
  const { orderNumber: number, version } = changed;
  if (number === null || changed.submittedAt === null) return row;
  const at = Date.parse(changed.at);
  const submittedAt = Date.parse(changed.submittedAt);
  const told: DepartedOrder = { number, submittedAt, version };
  const isMeant = (order: DepartedOrder) => isSame(order, told);
  const known = row.orders.find(isMeant);
  const latest = known ?? row.departed.find(isMeant);
  if (latest !== undefined && latest.version >= version) return row;
  const orders = row.orders.filter((order) => order !== known && order.goneAt > at);
  const others: LineRow = { ...row, orders };
  switch (changed.state) {
    case "SUBMITTED":
    case "MAKING": {
      const order = { ...orderOf(changed, number, submittedAt), told: known?.told ?? null };
      const next = known === undefined ? others : emptyHandsOf(others, known, at);
      return order.barista === null
        ? join(next, order, at, known === undefined)
        : startOrder(next, order, at);
    }
    case "COMPLETED":
      return withDeparted(finishOrder(others, known, changed.baristaUserId, at), told);
    case "CANCELLED":
    case "EXPIRED":
      return withDeparted(known === undefined ? others : emptyHandsOf(others, known, at), told);
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

function withDeparted(row: LineRow, gone: DepartedOrder): LineRow {
  const others = row.departed.filter((order) => !isSame(order, gone));
  return { ...row, departed: [...others, gone].slice(-departedKept) };
}

/** Numbers begin anew each day. */
function isSame(a: DepartedOrder, b: DepartedOrder): boolean {
  return a.number === b.number && a.submittedAt === b.submittedAt;
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
