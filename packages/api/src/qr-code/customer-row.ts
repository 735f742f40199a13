import * as z from "zod/mini";

/** A request for an order that was answered with the one in progress. */
const Answered = z.object({
  /** The order that the request would have made: it names the request. */
  wanted: z.string(),
  got: z.string(),
});
type Answered = z.infer<typeof Answered>;

/** What the shop keeps of one customer, so that each limit is held by one conditional write. */
export const CustomerRow = z.object({
  /** Rises with each change, of which each names the version that it was decided on. */
  version: z.int().check(z.minimum(0)),
  /** The order that the customer has, or had last. */
  orderId: z.nullable(z.string()),
  /** Oldest first. */
  answered: z.array(Answered),
  /** The shop's day of `drinks`. */
  day: z.nullable(z.string()),
  /** The day's orders that ended in a drink, or still may. */
  drinks: z.array(z.string()),
  /** Codes that were none, and until when they count, in milliseconds. */
  wrongCodes: z.int().check(z.minimum(0)),
  wrongUntil: z.number(),
  /** The account was deleted: its token may still live, but orders nothing. */
  isForgotten: z.boolean(),
});
export type CustomerRow = z.infer<typeof CustomerRow>;

/** A customer that the shop has not seen yet. */
export const newCustomer: CustomerRow = {
  version: 0,
  orderId: null,
  answered: [],
  day: null,
  drinks: [],
  wrongCodes: 0,
  wrongUntil: 0,
  isForgotten: false,
};

/** So many requests are remembered; clients give up repeating one long before that. */
const answersKept = 20;
const wrongCodesAllowed = 10;
const wrongCodesCountMs = 15 * 60_000;

function changed(row: CustomerRow, change: Partial<CustomerRow>): CustomerRow {
  return { ...row, ...change, version: row.version + 1 };
}

/** The order in progress answered another request. */
export function withAnswer(row: CustomerRow, answered: Answered): CustomerRow {
  return changed(row, { answered: [...row.answered, answered].slice(-answersKept) });
}

/** How many drinks the customer has had or may still get on that day of the shop. */
export function drinksOn(row: CustomerRow, day: string): number {
  return row.day === day ? row.drinks.length : 0;
}

/** A new order is the customer's latest, and one of the day's drinks. */
export function withOrder(row: CustomerRow, orderId: string, day: string): CustomerRow {
  const drinks = row.day === day ? row.drinks : [];
  return changed(row, { orderId, day, drinks: [...drinks, orderId], wrongCodes: 0, wrongUntil: 0 });
}

/** An order ended without a drink. Null if it does not count anyway. */
export function withoutDrink(row: CustomerRow, orderId: string): CustomerRow | null {
  if (!row.drinks.includes(orderId)) return null;
  return changed(row, { drinks: row.drinks.filter((id) => id !== orderId) });
}

/** Until when no code is taken from the customer, in milliseconds; null while they may try. */
export function lockedUntil(row: CustomerRow, at: number): number | null {
  return row.wrongCodes >= wrongCodesAllowed && at < row.wrongUntil ? row.wrongUntil : null;
}

/** One more code that was none. */
export function withWrongCode(row: CustomerRow, at: number): CustomerRow {
  if (at >= row.wrongUntil) return changed(row, { wrongCodes: 1, wrongUntil: at + wrongCodesCountMs });
  return changed(row, { wrongCodes: row.wrongCodes + 1 });
}

/** Nothing of the customer is left but that there is nothing to order for. */
export function forgotten(row: CustomerRow): CustomerRow {
  return { ...newCustomer, version: row.version + 1, isForgotten: true };
}
