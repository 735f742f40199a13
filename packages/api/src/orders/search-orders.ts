import type { FoundOrder, FoundOrders } from "@serverlesspresso/contracts/found-orders";
import { shopDay } from "@serverlesspresso/contracts/shop";
import { ShopDay } from "@serverlesspresso/contracts/stats";
import * as z from "zod/mini";
import type { Ports } from "../ports";
import { shopOf } from "../shop/shop-of";
import { type DayEntry, type DayPlace, placeOf } from "./day-store";

const pageSize = 50;

const cursorForm = /^(\d{1,15})\.([A-Za-z0-9_-]{1,64})$/;

/** What may be looked for: a number, a drink's id, a day of the shop; where no day is named, today. */
export const searchFields = {
  day: z.optional(ShopDay),
  number: z.optional(z.coerce.number().check(z.int(), z.positive())),
  drink: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
  cursor: z.optional(z.string().check(z.regex(cursorForm))),
};
type Search = { [Field in keyof typeof searchFields]?: z.output<(typeof searchFields)[Field]> };

/** A day's orders, newest first, so many at a time. Throws `not_found`. */
export async function searchOrders(
  { shops, days, clock }: Pick<Ports, "shops" | "days" | "clock">,
  eventId: string,
  { day: asked, number, drink, cursor }: Search,
): Promise<FoundOrders> {
  const { timeZone } = await shopOf(shops, eventId);
  const now = new Date(clock.now());
  const day = asked ?? shopDay(now, timeZone);
  const before = cursor === undefined ? undefined : placeIn(cursor);
  const found = await days.search(eventId, day, { number, drink, before }, pageSize + 1);
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    day,
    orders: shown.map(toFound),
    cursor: last === undefined || found.length <= pageSize ? null : cursorOf(placeOf(last)),
    serverTime: now.toISOString(),
  };
}

function cursorOf({ at, id }: DayPlace): string {
  return `${at}.${id}`;
}

function placeIn(cursor: string): DayPlace | undefined {
  const [, at, id] = cursorForm.exec(cursor) ?? [];
  return at === undefined || id === undefined ? undefined : { at: Number(at), id };
}

const isoOrNull = (at: number | null) => (at === null ? null : new Date(at).toISOString());

function toFound({ reason: _, ...entry }: DayEntry): FoundOrder {
  return {
    ...entry,
    createdAt: new Date(entry.createdAt).toISOString(),
    submittedAt: isoOrNull(entry.submittedAt),
    completedAt: isoOrNull(entry.completedAt),
    closedAt: isoOrNull(entry.closedAt),
  };
}
