import type { CodeWindow } from "../qr-code/code-window";
import type { CustomerRow } from "../qr-code/customer-row";
import type { CodeRow, Entrance, ValidatorStore } from "../qr-code/validator-store";
import type { MemoryOrderStore } from "./memory-order-store";

/** The validator's table in memory, with the conditions of the real one. */
export class MemoryValidatorStore implements ValidatorStore {
  readonly #customers = new Map<string, CustomerRow>();
  readonly #codes = new Map<string, CodeRow>();

  constructor(private readonly orders: MemoryOrderStore) {}

  async readCustomer(eventId: string, userId: string): Promise<CustomerRow | null> {
    return this.#customers.get(`${eventId}/${userId}`) ?? null;
  }

  async saveCustomer(
    eventId: string,
    userId: string,
    read: CustomerRow | null,
    next: CustomerRow,
  ): Promise<boolean> {
    await this.orders.interrupt();
    if (!this.#isStill(eventId, userId, read)) return false;
    this.#customers.set(`${eventId}/${userId}`, next);
    return true;
  }

  async readCode(eventId: string, code: string): Promise<CodeRow | null> {
    const row = this.#codes.get(`${eventId}/${code}`);
    return row === undefined ? null : { ...row, orders: new Set(row.orders) };
  }

  async readWindow(eventId: string, window: CodeWindow): Promise<CodeRow | null> {
    return this.#codeOf(eventId, window);
  }

  async createCode(row: CodeRow): Promise<boolean> {
    await this.orders.interrupt();
    const key = `${row.eventId}/${row.code}`;
    if (this.#codes.has(key) || this.#codeOf(row.eventId, row) !== null) return false;
    this.#codes.set(key, row);
    return true;
  }

  async enter({ order, code, drinksPerCode, customer }: Entrance): Promise<boolean> {
    await this.orders.interrupt();
    const { id, eventId, userId } = order;
    const row = this.#codes.get(`${eventId}/${code}`);
    if (row === undefined || row.orders.size >= drinksPerCode) return false;
    if (!this.#isStill(eventId, userId, customer.read) || !this.orders.keepNew(order)) return false;
    this.#codes.set(`${eventId}/${code}`, { ...row, orders: new Set([...row.orders, id]) });
    this.#customers.set(`${eventId}/${userId}`, customer.next);
    return true;
  }

  async returnPlace(eventId: string, code: string, orderId: string): Promise<void> {
    const row = this.#codes.get(`${eventId}/${code}`);
    if (row === undefined) return;
    const orders = new Set([...row.orders].filter((id) => id !== orderId));
    this.#codes.set(`${eventId}/${code}`, { ...row, orders });
  }

  #codeOf(eventId: string, { from, until }: CodeWindow): CodeRow | null {
    const isSame = (row: CodeRow) => row.eventId === eventId && row.from === from && row.until === until;
    return [...this.#codes.values()].find(isSame) ?? null;
  }

  #isStill(eventId: string, userId: string, read: CustomerRow | null): boolean {
    return this.#customers.get(`${eventId}/${userId}`)?.version === read?.version;
  }
}
