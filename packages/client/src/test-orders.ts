import type { Order, Ticket } from "@serverlesspresso/contracts/order";

/** An order for tests: submitted, in version 3. */
export function order(changes: Partial<Order> = {}): Order {
  return {
    id: "a",
    eventId: "default",
    number: 7,
    state: "SUBMITTED",
    version: 3,
    drinkOrder: { drink: "flat-white", modifiers: [] },
    createdAt: "2026-11-22T10:00:00.000Z",
    submittedAt: "2026-11-22T10:01:00.000Z",
    completedAt: null,
    dueAt: "2026-11-22T10:16:00.000Z",
    baristaName: null,
    cause: null,
    extensionsLeft: 2,
    ...changes,
  };
}

/** The same as a barista sees it. */
export function ticket(changes: Partial<Ticket> = {}): Ticket {
  return { ...order(), baristaUserId: null, ...changes };
}

/** A browser's storage, in memory. */
export function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => items.delete(key),
    setItem: (key, value) => items.set(key, value),
  };
}

/** A browser's storage that is full, or refuses to keep anything. */
export function fullStorage(): Storage {
  const setItem = () => {
    throw new DOMException("no room", "QuotaExceededError");
  };
  return { ...memoryStorage(), setItem };
}
