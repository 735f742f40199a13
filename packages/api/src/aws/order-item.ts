import { defaultEventId } from "@serverlesspresso/contracts/names";
import { isFinal, openStates } from "@serverlesspresso/contracts/order-state";
import { type OrderRef, OrderRow, staffOf } from "../orders/order-row";

const daysKept = 90;

export type Item = Record<string, unknown>;

/** The key of an order; `orders` is the default shop's partition, as the workshop knows it. */
export function keyOf({ eventId, id }: OrderRef): { PK: string; SK: string } {
  return { PK: eventId === defaultEventId ? "orders" : `orders#${eventId}`, SK: id };
}

/** The order of a key, as an index of keys hands it over. */
export function refOf(item: Item): OrderRef {
  const [, eventId = defaultEventId] = String(item.PK).split("#");
  return { eventId, id: String(item.SK) };
}

/** The partition of the index `live` that holds one shop's queue, or what stands ready there. */
export function livePartition(eventId: string, which: "open" | "completed"): string {
  return `${eventId}#${which}`;
}

/** The partition of the index `day` that holds the orders of one day of a shop. */
export function dayPartition(eventId: string, day: string): string {
  return `${eventId}#${day}`;
}

/** What has not been ordered yet, and may never be, is not among a day's orders. */
function isOfItsDay({ submittedAt, closedAt }: OrderRow): boolean {
  return submittedAt !== null || closedAt !== null;
}

/** The attributes of an order but its key and its follow-ups; undefined ones are not there. */
export function attributesOf(row: OrderRow): Item {
  return {
    eventId: row.eventId,
    USERID: row.userId,
    code: row.code ?? undefined,
    ORDERSTATE: row.state,
    version: row.version,
    TS: row.submittedAt ?? row.createdAt,
    LIVE: liveOf(row),
    DUE: row.due === null ? undefined : "due",
    due: row.due ?? undefined,
    patienceSeconds: row.patienceSeconds ?? undefined,
    drinkOrder: row.drinkOrder ?? undefined,
    drink: row.drink ?? undefined,
    orderNumber: row.orderNumber ?? undefined,
    day: row.day ?? undefined,
    shopDay: row.day !== null && isOfItsDay(row) ? dayPartition(row.eventId, row.day) : undefined,
    createdAt: row.createdAt,
    submittedAt: row.submittedAt ?? undefined,
    completedAt: row.completedAt ?? undefined,
    closedAt: row.closedAt ?? undefined,
    baristaUserId: row.baristaUserId ?? undefined,
    baristaName: row.baristaName ?? undefined,
    staff: staffOf(row),
    cause: row.cause ?? undefined,
    reason: row.reason ?? undefined,
    extensionsLeft: row.extensionsLeft,
    TaskToken: row.waiting?.taskToken,
    execution: row.waiting?.execution,
    wait: row.waiting?.wait,
    waitingFor: row.waiting?.waitingFor,
    history: row.history,
    keys: row.keys,
    expiresAt: row.closedAt === null ? undefined : Math.ceil(row.closedAt / 1000) + daysKept * 86_400,
  };
}

function liveOf(row: OrderRow): string | undefined {
  if (isFinal(row.state)) return undefined;
  if (openStates.includes(row.state)) return livePartition(row.eventId, "open");
  return row.state === "COMPLETED" ? livePartition(row.eventId, "completed") : undefined;
}

/** The whole item of a row that is not in the table yet. */
export function toItem(row: OrderRow): Item {
  const since = Object.values(row.pending).map(({ at }) => at);
  const owed = since.length === 0 ? {} : { PENDING: "pending", pendingSince: Math.min(...since) };
  return { ...keyOf(row), ...attributesOf(row), pending: row.pending, ...owed };
}

/** The row of an item; throws where the item is not an order of ours. */
export function fromItem(item: Item): OrderRow {
  const { TaskToken: taskToken, execution, wait, waitingFor } = item;
  const orNull = (name: string) => item[name] ?? null;
  return OrderRow.parse({
    ...item,
    id: item.SK,
    userId: item.USERID,
    code: orNull("code"),
    state: item.ORDERSTATE,
    drinkOrder: orNull("drinkOrder"),
    orderNumber: orNull("orderNumber"),
    day: orNull("day"),
    submittedAt: orNull("submittedAt"),
    completedAt: orNull("completedAt"),
    closedAt: orNull("closedAt"),
    due: orNull("due"),
    patienceSeconds: orNull("patienceSeconds"),
    baristaUserId: orNull("baristaUserId"),
    baristaName: orNull("baristaName"),
    cause: orNull("cause"),
    reason: orNull("reason"),
    waiting: taskToken === undefined ? null : { taskToken, execution, wait, waitingFor },
  });
}
