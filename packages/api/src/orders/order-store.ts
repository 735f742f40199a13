import type { FollowUp, OrderRef, OrderRow, Waiting } from "./order-row";

/** Reads of one row are consistent; lists come from indexes, which may lag behind. */
export interface OrderStore {
  read(ref: OrderRef): Promise<OrderRow | null>;

  /** Writes a row that is not there yet; false if it is. */
  create(row: OrderRow): Promise<boolean>;

  /**
   * Replaces `read` by `next`, with one more follow-up if given. False if the row has changed since it was
   * read: its version, or the task token, so that no change ever names a token that is already replaced.
   */
  save(read: OrderRow, next: OrderRow, followUp: FollowUp | null): Promise<boolean>;

  /** Keeps the token of a later wait of the execution that owns the row; false if the row has moved on. */
  storeToken(ref: OrderRef, waiting: Waiting): Promise<boolean>;

  /** Takes a finished follow-up off the row; the follow-up of one change goes by that change's version. */
  removeFollowUp(ref: OrderRef, id: string): Promise<void>;

  /** Takes a row that owes nothing more off the list of those that do. */
  settlePending(ref: OrderRef): Promise<void>;

  /** Oldest first. */
  listLive(eventId: string, which: "open" | "completed"): Promise<OrderRow[]>;

  /** Somebody's orders in one shop, newest first, at most `limit`. */
  listOfCustomer(userId: string, eventId: string, limit: number): Promise<OrderRow[]>;

  /** Every order that somebody made, or has on their hands or finished as a barista. */
  listOfPerson(userId: string): Promise<OrderRef[]>;

  /** Every order that names somebody of the staff, as it stands: all orders are read for it. */
  listOfStaff(userId: string): Promise<OrderRef[]>;

  /** Rows that have owed follow-ups since before `before` (milliseconds). */
  listPending(before: number): Promise<OrderRef[]>;

  /** Open rows that were due before `before` (milliseconds). */
  listDue(before: number): Promise<OrderRef[]>;
}

/** The id of the follow-up that belongs to a row's latest change. */
export function followUpId(row: OrderRow): string {
  return `v${row.version}`;
}
