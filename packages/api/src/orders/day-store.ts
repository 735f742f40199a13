import { DrinkOrder } from "@serverlesspresso/contracts/menu";
import { OrderId } from "@serverlesspresso/contracts/order";
import { OrderCause, OrderState } from "@serverlesspresso/contracts/order-state";
import * as z from "zod/mini";

const Milliseconds = z.int();

/** What the list of a day's orders holds of one; times are milliseconds since 1970. */
export const DayEntry = z.object({
  id: OrderId,
  state: OrderState,
  number: z.nullable(z.int()),
  drinkOrder: z.nullable(DrinkOrder),
  createdAt: Milliseconds,
  submittedAt: z.nullable(Milliseconds),
  completedAt: z.nullable(Milliseconds),
  closedAt: z.nullable(Milliseconds),
  baristaName: z.nullable(z.string()),
  cause: z.nullable(OrderCause),
  reason: z.nullable(z.string()),
});
export type DayEntry = z.infer<typeof DayEntry>;

/** Where an entry stands in its day: by when it was submitted, or else began. */
export interface DayPlace {
  at: number;
  id: string;
}

export function placeOf({ id, submittedAt, createdAt }: DayEntry): DayPlace {
  return { at: submittedAt ?? createdAt, id };
}

export interface DaySearch {
  number?: number | undefined;
  /** The drink's id. */
  drink?: string | undefined;
  /** Only older ones than this. */
  before?: DayPlace | undefined;
}

/**
 * The orders of a shop's day that were submitted or have ended: rows, so that what is told of one day is
 * counted from what is, not from events, which may come twice or be lost. However many days there have been,
 * only that one is read. Lists come from an index, which may lag behind.
 */
export interface DayStore {
  /** All of one day, in no order. */
  list(eventId: string, day: string): Promise<DayEntry[]>;

  /** Newest first, at most `limit`. */
  search(eventId: string, day: string, search: DaySearch, limit: number): Promise<DayEntry[]>;
}
