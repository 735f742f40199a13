import { dayPartition, fromItem } from "../aws/order-item";
import { type DayEntry, type DaySearch, type DayStore, placeOf } from "../orders/day-store";
import type { MemoryOrderStore } from "./memory-order-store";

/** The days in memory, from the items of the order table. */
export class MemoryDayStore implements DayStore {
  readonly #orders: MemoryOrderStore;

  constructor(orders: MemoryOrderStore) {
    this.#orders = orders;
  }

  async list(eventId: string, day: string): Promise<DayEntry[]> {
    const items = this.#orders.items().filter(({ shopDay }) => shopDay === dayPartition(eventId, day));
    return items.map((item) => {
      const row = fromItem(item);
      return { ...row, number: row.orderNumber };
    });
  }

  async search(eventId: string, day: string, search: DaySearch, limit: number): Promise<DayEntry[]> {
    const { number, drink, before } = search;
    const entries = await this.list(eventId, day);
    return entries
      .filter((entry) => number === undefined || entry.number === number)
      .filter((entry) => drink === undefined || entry.drinkOrder?.drink === drink)
      .filter((entry) => before === undefined || compare(placeOf(entry), before) < 0)
      .sort((a, b) => compare(placeOf(b), placeOf(a)))
      .slice(0, limit);
  }
}

function compare(a: { at: number; id: string }, b: { at: number; id: string }): number {
  return a.at - b.at || a.id.localeCompare(b.id);
}
