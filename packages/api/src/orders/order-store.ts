import type { FollowUp, OrderRef, OrderRow, Waiting } from "./order-row";

/** A request for an order that was answered with the one in progress. */
export interface Answered {
  /** The order that the request would have made: it names the request. */
  wanted: string;
  got: string;
}

/** What holds a customer to one order at a time in a shop. */
export interface CustomerLease {
  /** The order that the customer has, or had last. */
  orderId: string;
  /** Oldest first. */
  answered: readonly Answered[];
}

/** Reads of one row are consistent; lists come from indexes, which may lag behind. */
export interface OrderStore {
  read(ref: OrderRef): Promise<OrderRow | null>;

  /** Writes a row that is not there yet; false if it is. */
  create(row: OrderRow): Promise<boolean>;

  /** Null for a customer who never had an order in the shop. */
  leaseOf(eventId: string, userId: string): Promise<CustomerLease | null>;

  /**
   * Writes a customer's new row and makes it their latest order, both or neither. False if the row is
   * there already, or if the customer's lease is no longer as `read`.
   */
  request(row: OrderRow, read: CustomerLease | null, at: number): Promise<boolean>;

  /** Remembers that a request was answered with the order in progress; false if the lease is no longer as `read`. */
  rememberAnswer(eventId: string, userId: string, read: CustomerLease, answered: Answered): Promise<boolean>;

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

  /** Newest first, at most `limit`. */
  listOfCustomer(userId: string, limit: number): Promise<OrderRow[]>;

  /** Rows that have owed follow-ups since before `before` (milliseconds). */
  listPending(before: number): Promise<OrderRef[]>;

  /** Open rows that were due before `before` (milliseconds). */
  listDue(before: number): Promise<OrderRef[]>;
}

/** So many requests are remembered; clients give up repeating one long before that. */
const answersKept = 20;

/** What the lease remembers after one more answer. */
export function answersAfter(read: CustomerLease, answered: Answered): Answered[] {
  return [...read.answered, answered].slice(-answersKept);
}

/** The id of the follow-up that belongs to a row's latest change. */
export function followUpId(row: OrderRow): string {
  return `v${row.version}`;
}
