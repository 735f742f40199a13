import type { OrderRow } from "../orders/order-row";
import type { CodeWindow } from "./code-window";
import type { CustomerRow } from "./customer-row";

/** One code and the orders that were made with it and ended, or may still end, in a drink. */
export interface CodeRow extends CodeWindow {
  eventId: string;
  code: string;
  orders: ReadonlySet<string>;
}

/** An order that is asked for with a code. */
export interface Entrance {
  order: OrderRow;
  code: string;
  drinksPerCode: number;
  /** The customer as read, null where there was none, and as they are with this order. */
  customer: { read: CustomerRow | null; next: CustomerRow };
}

/** The codes and what holds customers to their limits. Every read is consistent. */
export interface ValidatorStore {
  readCustomer(eventId: string, userId: string): Promise<CustomerRow | null>;

  /** Replaces `read` by `next`; false if the customer is no longer as `read`. */
  saveCustomer(
    eventId: string,
    userId: string,
    read: CustomerRow | null,
    next: CustomerRow,
    at: number,
  ): Promise<boolean>;

  readCode(eventId: string, code: string): Promise<CodeRow | null>;

  /** The code of a window, if it has one yet. */
  readWindow(eventId: string, window: CodeWindow): Promise<CodeRow | null>;

  /** Gives a window its code; false if it has one, or if the code is that of another window. */
  createCode(row: CodeRow): Promise<boolean>;

  /**
   * Writes the order, a place on its code and the customer's row: all three, or none. False if the order is
   * there already, the code has no place left, or the customer is no longer as read.
   */
  enter(entrance: Entrance, at: number): Promise<boolean>;

  /** Gives a place on a code back; giving it back twice is once. */
  returnPlace(eventId: string, code: string, orderId: string): Promise<void>;
}
