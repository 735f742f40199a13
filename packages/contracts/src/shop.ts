import { z } from "zod";
import { Menu } from "./menu";

export const ShopStatus = z.enum(["open", "closed", "paused"]);
export type ShopStatus = z.infer<typeof ShopStatus>;

/** A range of seconds in which an order submitted now is likely to be ready. */
export const WaitEstimate = z
  .strictObject({ fromSeconds: z.number(), toSeconds: z.number() })
  .meta({ id: "WaitEstimate" });
export type WaitEstimate = z.infer<typeof WaitEstimate>;

/** Limits of the shop, in seconds and counts; a manager sets them. */
export const ShopLimits = z
  .strictObject({
    maxOrdersInQueue: z.number().int().min(0).max(500),
    customerPatienceSeconds: z.number().int().min(30).max(86_400),
    baristaPatienceSeconds: z.number().int().min(30).max(86_400),
    collectionPatienceSeconds: z.number().int().min(30).max(86_400),
    maxExtensions: z.number().int().min(0).max(10),
    ageingAfterSeconds: z.number().int().min(10),
    lateAfterSeconds: z.number().int().min(10),
    /** Orders of one customer on one day of the shop; staff order as they like. */
    maxOrdersPerUser: z.number().int().min(1).max(1000),
    /** How long one code stands on the screen; it is accepted for as long again. */
    codeWindowSeconds: z.number().int().min(30).max(86_400),
    drinksPerCode: z.number().int().min(1).max(10_000),
  })
  .meta({ id: "ShopLimits" });
export type ShopLimits = z.infer<typeof ShopLimits>;

/** What everybody may know of a shop: `GET /shop`. Times are ISO 8601 in UTC. */
export const Shop = z
  .strictObject({
    eventId: z.string(),
    name: z.string(),
    timeZone: z.string(),
    status: ShopStatus,
    /** Why it is closed or paused, in the shop's words. */
    message: z.string().nullable(),
    /** When it opens again by itself; null while it is open. */
    reopensAt: z.iso.datetime().nullable(),
    /** While it is open: when it takes its last order and closes. */
    lastOrdersAt: z.iso.datetime().nullable(),
    limits: ShopLimits,
    placesLeft: z.number().int(),
    wait: WaitEstimate.nullable(),
    menu: Menu,
    version: z.number().int(),
    serverTime: z.iso.datetime(),
  })
  .meta({ id: "Shop" });
export type Shop = z.infer<typeof Shop>;

/** `PUT /shop`: all that a manager sets, with `If-Match` the version that it was decided on. */
export const ShopSettings = z
  .strictObject({
    status: ShopStatus,
    message: z.string().trim().min(1).max(120).nullable(),
    /** Only of a shop that is closed or paused: it opens by itself then. */
    reopensAt: z.iso.datetime().nullable(),
    /** Only of a shop that is open: it closes by itself then. */
    lastOrdersAt: z.iso.datetime().nullable(),
    limits: ShopLimits,
  })
  .refine(({ status, reopensAt }) => status !== "open" || reopensAt === null, {
    path: ["reopensAt"],
    message: "an open shop does not reopen",
  })
  .refine(({ status, lastOrdersAt }) => status === "open" || lastOrdersAt === null, {
    path: ["lastOrdersAt"],
    message: "only an open shop takes last orders",
  })
  .meta({ id: "ShopSettings" });
export type ShopSettings = z.infer<typeof ShopSettings>;

/** The calendar day of an instant where the shop is, as `2026-11-22`. */
export function shopDay(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(at);
}

const hourMs = 3_600_000;

/** The instant at which the shop's next calendar day begins: midnight, or what the clocks have instead of it. */
export function nextShopDay(at: Date, timeZone: string): Date {
  const day = shopDay(at, timeZone);
  const isLater = (instant: number) => shopDay(new Date(instant), timeZone) !== day;
  let last = at.getTime();
  let first = last + hourMs;
  while (!isLater(first)) [last, first] = [first, first + hourMs];
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2);
    if (isLater(middle)) first = middle;
    else last = middle;
  }
  return new Date(first);
}
