import { isFinal, type OrderState } from "@serverlesspresso/contracts/order-state";

interface Versioned {
  id: string;
  state: OrderState;
  version: number;
}

/** A list of orders as the server told of it, piece by piece. It holds final orders for a while, unseen. */
export interface LiveOrders<T extends Versioned> {
  orders: readonly T[];
  /** How many snapshots in a row an order was missing from. */
  missing: Readonly<Record<string, number>>;
  /** The versions of orders that have left, the latest last: a message about them may still be on its way. */
  gone?: Readonly<Record<string, number>>;
}

/** More than leave in the longest time that a message is late. */
const mostGone = 500;

/** Two snapshots without it end an order's place in a list: one may have read an index that lags. */
const missesToLeave = 2;

/** The newer of two tellings of one order. */
export function newerOrder<T extends Versioned>(known: T | undefined, told: T): T {
  return known && known.version > told.version ? known : told;
}

/** Whether `told` leaves out versions after the one that is known. */
export function hasGap(known: Versioned | undefined, told: Versioned): boolean {
  return known !== undefined && told.version > known.version + 1;
}

/** A list after one order was told of. */
export function takeOrder<T extends Versioned>(list: LiveOrders<T>, told: T): LiveOrders<T> {
  const known = list.orders.find((order) => order.id === told.id);
  if (!known && told.version <= (list.gone?.[told.id] ?? 0)) return list;
  const { [told.id]: _, ...missing } = list.missing;
  if (!known) return { ...list, missing, orders: [...list.orders, told] };
  const order = newerOrder(known, told);
  return { ...list, missing, orders: list.orders.map((one) => (one.id === told.id ? order : one)) };
}

/**
 * A list after a snapshot. `before` is the list when the snapshot was asked for: what has arrived since
 * says more than its absence from the snapshot.
 */
export function takeSnapshot<T extends Versioned>(
  now: LiveOrders<T> | undefined,
  before: LiveOrders<T> | undefined,
  snapshot: readonly T[],
): LiveOrders<T> {
  const knownNow = now?.orders ?? [];
  const gone = new Map(Object.entries(now?.gone ?? {}));
  const seen = new Map<string, T>();
  for (const told of snapshot) {
    if (told.version >= (gone.get(told.id) ?? 0)) seen.set(told.id, newerOrder(seen.get(told.id), told));
  }
  const missing: Record<string, number> = {};
  const kept: T[] = [];
  for (const known of knownNow) {
    const told = seen.get(known.id);
    seen.delete(known.id);
    if (told) {
      kept.push(newerOrder(known, told));
      continue;
    }
    const wasThere = before?.orders.some((one) => one.id === known.id && one.version === known.version);
    const misses = (now?.missing[known.id] ?? 0) + (wasThere ? 1 : 0);
    if (misses >= missesToLeave) {
      gone.set(known.id, known.version);
      continue;
    }
    if (misses > 0) missing[known.id] = misses;
    kept.push(known);
  }
  const latestGone = Object.fromEntries([...gone].slice(-mostGone));
  return { orders: [...kept, ...seen.values()], missing, gone: latestGone };
}

/** Whether a shown order was missing from the last snapshot: the next one decides and should come soon. */
export function isInDoubt<T extends Versioned>(list: LiveOrders<T>): boolean {
  return list.orders.some((order) => !isFinal(order.state) && list.missing[order.id] !== undefined);
}

/** The orders to show: ended ones left out. */
export function shownOrders<T extends Versioned>(list: LiveOrders<T>): T[] {
  return list.orders.filter((order) => !isFinal(order.state));
}
