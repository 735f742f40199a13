import { fromItem, type Item, livePartition, toItem } from "../aws/order-item";
import type { FollowUp, OrderRef, OrderRow, Waiting } from "../orders/order-row";
import { followUpId, type OrderStore } from "../orders/order-store";

const nameOf = ({ eventId, id }: OrderRef) => `${eventId}/${id}`;

/** The order table in memory, with the conditions of the real one; rows pass through the real item's form. */
export class MemoryOrderStore implements OrderStore {
  readonly #items = new Map<string, { ref: OrderRef; item: Item }>();

  /** Runs once, before the next write of a row: what somebody else does between our reading and our writing. */
  beforeNextWrite: (() => Promise<unknown>) | null = null;

  async read(ref: OrderRef): Promise<OrderRow | null> {
    return this.#get(ref);
  }

  async create(row: OrderRow): Promise<boolean> {
    await this.interrupt();
    return this.keepNew(row);
  }

  /** What `create` does once it is its turn. */
  keepNew(row: OrderRow): boolean {
    if (this.#items.has(nameOf(row))) return false;
    this.#keep(row);
    return true;
  }

  async save(read: OrderRow, next: OrderRow, followUp: FollowUp | null): Promise<boolean> {
    await this.interrupt();
    const now = this.#get(read);
    if (now === null || now.version !== read.version) return false;
    if (now.waiting?.taskToken !== read.waiting?.taskToken) return false;
    const owed = followUp === null ? {} : { [followUpId(next)]: followUp };
    this.#keep({ ...next, pending: { ...now.pending, ...owed } });
    return true;
  }

  async storeToken(ref: OrderRef, waiting: Waiting): Promise<boolean> {
    await this.interrupt();
    const row = this.#get(ref);
    if (row?.waiting?.execution !== waiting.execution || row.waiting.wait >= waiting.wait) return false;
    this.#keep({ ...row, waiting });
    return true;
  }

  async removeFollowUp(ref: OrderRef, id: string): Promise<void> {
    const row = this.#get(ref);
    if (row === null) return;
    const { [id]: _done, ...pending } = row.pending;
    this.#keep({ ...row, pending });
  }

  async settlePending(): Promise<void> {}

  async listLive(eventId: string, which: "open" | "completed"): Promise<OrderRow[]> {
    return this.#rows("TS", ({ LIVE }) => LIVE === livePartition(eventId, which));
  }

  async listOfCustomer(userId: string, eventId: string, limit: number): Promise<OrderRow[]> {
    return this.#rows("TS", (item) => item.USERID === userId && item.eventId === eventId)
      .reverse()
      .slice(0, limit);
  }

  async listOfPerson(userId: string): Promise<OrderRef[]> {
    return this.#rows("TS", (item) => item.USERID === userId || item.baristaUserId === userId);
  }

  async listOfStaff(userId: string): Promise<OrderRef[]> {
    return this.#rows("TS", ({ staff }) => Array.isArray(staff) && staff.includes(userId));
  }

  async listPending(before: number): Promise<OrderRef[]> {
    return this.#rows("pendingSince", ({ pendingSince }) => Number(pendingSince ?? before) < before);
  }

  async listDue(before: number): Promise<OrderRef[]> {
    return this.#rows("due", ({ due }) => Number(due ?? before) < before);
  }

  /** All items, as the table would hold them. */
  items(): Item[] {
    return [...this.#items.values()].map(({ item }) => structuredClone(item));
  }

  /** Looks and keeps never wait in between: a condition and its write are one, as in the real table. */
  #get(ref: OrderRef): OrderRow | null {
    const kept = this.#items.get(nameOf(ref));
    return kept === undefined ? null : fromItem(structuredClone(kept.item));
  }

  #keep(row: OrderRow): void {
    this.#items.set(nameOf(row), { ref: row, item: structuredClone(toItem(row)) });
  }

  #rows(sortedBy: string, wanted: (item: Item) => boolean): OrderRow[] {
    return [...this.#items.values()]
      .filter(({ item }) => wanted(item))
      .sort((a, b) => Number(a.item[sortedBy]) - Number(b.item[sortedBy]))
      .map(({ item }) => fromItem(structuredClone(item)));
  }

  /** Lets `beforeNextWrite` have its way; every write of every table comes through here. */
  async interrupt(): Promise<void> {
    const others = this.beforeNextWrite;
    this.beforeNextWrite = null;
    await others?.();
  }
}
