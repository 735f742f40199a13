import type { Call, Happening } from "./call";
import { explain } from "./linearizability";
import { type Life, type Operation, orderSpecification } from "./order-specification";
import type { OrderHistory } from "./play-history";
import type { OrderItem } from "./tables";

/** How the row's shop and the round's faults bear on what its clients may be told. */
export interface Circumstances {
  maxExtensions: number;
  /** Whether answers of the table were lost on purpose. */
  losesWriteAnswers: boolean;
}

/** Null if one order of what its clients did and what came over it explains everything that they were told. */
export function explainOrder(
  history: OrderHistory,
  row: OrderItem,
  { maxExtensions, losesWriteAnswers }: Circumstances,
): string | null {
  const requested: Life = {
    ...{ owner: row.USERID, state: "REQUESTED", version: 1, claimer: null, number: null, keys: [] },
    extensionsLeft: maxExtensions,
  };
  const came = [...happenedTo(row, history.begunAt), finalRead(row)];
  const calls = history.calls.filter(hasReached);
  const search = (told: readonly Operation[]) => explain(orderSpecification, requested, [...told, ...came]);
  const atOnce = search(calls);
  if (atOnce === null) return null;
  const found = losesWriteAnswers ? search(calls.flatMap(toldLater)) : atOnce;
  if (found === null) return null;
  const lines = (each: readonly Operation[]) => each.map(textOf).join("\n    ");
  const [explained, stuckAt] = [lines(found.explained), lines(found.stuckAt)];
  return `order ${row.SK}:\n  explained\n    ${explained}\n  not explained\n    ${stuckAt}`;
}

/** Who was sent away at the door has not reached the order. */
function hasReached({ answered }: Call): boolean {
  return answered.kind !== "refused" || answered.code !== "rate_limited";
}

/**
 * A command whose write held while the table's answer was lost is tried once more, refused, and answered as a
 * repeat: with the order as it is by then, whatever others did in between. So it is done at one instant and
 * answered at another, both between its asking and its answer.
 */
function toldLater(call: Call): Call[] {
  if (call.command === "read" || call.answered.kind !== "order") return [call];
  const done: Call["answered"] = { kind: "unknown", why: "done, to be told later" };
  return [{ ...call, answered: done, answeredAt: Number.POSITIVE_INFINITY }, call];
}

function happenedTo(row: OrderItem, begunAt: number): Happening[] {
  const times = { invokedAt: begunAt, answeredAt: Number.POSITIVE_INFINITY };
  return row.history.flatMap(({ by, state, version }): Happening[] => {
    if (by === "shop") return [{ happened: state === "CREATED" ? "admit" : "refuse", version, ...times }];
    if (by !== "clock") return [];
    return [{ happened: state === "COLLECTED" ? "collect" : "expire", version, ...times }];
  });
}

/** What the table holds after everything is what everything has led to. */
function finalRead(row: OrderItem): Call {
  const end = Number.MAX_VALUE;
  return {
    caller: { name: "the table", sub: "the table", role: "manager" },
    ...{ orderId: row.SK, command: "read", key: "", invokedAt: end, answeredAt: end },
    answered: {
      kind: "order",
      order: {
        ...{ state: row.ORDERSTATE, version: row.version, extensionsLeft: row.extensionsLeft },
        ...{ number: row.orderNumber ?? null, claimer: row.baristaUserId ?? null },
      },
    },
  };
}

function textOf(operation: Operation): string {
  const { invokedAt, answeredAt } = operation;
  const times = `${invokedAt.toFixed(1)} to ${answeredAt.toFixed(1)}`;
  if ("happened" in operation)
    return `${times} ${operation.happened} by itself: version ${operation.version}`;
  const { caller, command, key, answered } = operation;
  const told = answered.kind === "refused" ? `${answered.code} ${seen(answered.order)}` : "";
  const shown = answered.kind === "order" ? seen(answered.order) : told;
  return `${times} ${caller.name} ${command} ${key.slice(0, 8)}: ${answered.kind === "unknown" ? answered.why : shown}`;
}

function seen(order: object | undefined): string {
  return order === undefined ? "" : JSON.stringify(order);
}
