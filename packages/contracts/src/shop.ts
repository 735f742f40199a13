import * as z from "zod/mini";
import { dateFormat } from "./date-format";
import { Menu } from "./menu";

export const ShopStatus = z.enum(["open", "closed", "paused"]);
export type ShopStatus = z.infer<typeof ShopStatus>;

/** A range of seconds in which an order submitted now is likely to be ready. */
export const WaitEstimate = z
  .strictObject({ fromSeconds: z.number(), toSeconds: z.number() })
  .register(z.globalRegistry, { id: "WaitEstimate" });
export type WaitEstimate = z.infer<typeof WaitEstimate>;

/** Limits of the shop, in seconds and counts; a manager sets them. */
export const ShopLimits = z
  .strictObject({
    maxOrdersInQueue: z.int().check(z.minimum(0), z.maximum(500)),
    customerPatienceSeconds: z.int().check(z.minimum(30), z.maximum(86_400)),
    baristaPatienceSeconds: z.int().check(z.minimum(30), z.maximum(86_400)),
    collectionPatienceSeconds: z.int().check(z.minimum(30), z.maximum(86_400)),
    maxExtensions: z.int().check(z.minimum(0), z.maximum(10)),
    ageingAfterSeconds: z.int().check(z.minimum(10)),
    lateAfterSeconds: z.int().check(z.minimum(10)),
    /** Orders of one customer on one day of the shop; staff order as they like. */
    maxOrdersPerUser: z.int().check(z.minimum(1), z.maximum(1000)),
    /** How long one code stands on the screen; it is accepted for as long again. */
    codeWindowSeconds: z.int().check(z.minimum(30), z.maximum(86_400)),
    drinksPerCode: z.int().check(z.minimum(1), z.maximum(10_000)),
  })
  .register(z.globalRegistry, { id: "ShopLimits" });
export type ShopLimits = z.infer<typeof ShopLimits>;

/** What everybody may know of a shop: `GET /shop`. Times are ISO 8601 in UTC. */
export const Shop = z
  .strictObject({
    eventId: z.string(),
    name: z.string(),
    /** Where people practise: what is ordered here is never made. */
    training: z.boolean(),
    timeZone: z.string(),
    status: ShopStatus,
    /** Why it is closed or paused, in the shop's words. */
    message: z.nullable(z.string()),
    /** When it opens again by itself; null while it is open. */
    reopensAt: z.nullable(z.iso.datetime()),
    /** While it is open: when it takes its last order and closes. */
    lastOrdersAt: z.nullable(z.iso.datetime()),
    limits: ShopLimits,
    placesLeft: z.int(),
    wait: z.nullable(WaitEstimate),
    menu: Menu,
    version: z.int(),
    serverTime: z.iso.datetime(),
  })
  .register(z.globalRegistry, { id: "Shop" });
export type Shop = z.infer<typeof Shop>;

/** `PUT /shop`: all that a manager sets, with `If-Match` the version that it was decided on. */
export const ShopSettings = z
  .strictObject({
    status: ShopStatus,
    message: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
    /** Only of a shop that is closed or paused: it opens by itself then. */
    reopensAt: z.nullable(z.iso.datetime()),
    /** Only of a shop that is open: it closes by itself then. */
    lastOrdersAt: z.nullable(z.iso.datetime()),
    limits: ShopLimits,
  })
  .check(
    z.refine(({ status, reopensAt }) => status !== "open" || reopensAt === null, {
      path: ["reopensAt"],
      error: "an open shop does not reopen",
    }),
    z.refine(({ status, lastOrdersAt }) => status === "open" || lastOrdersAt === null, {
      path: ["lastOrdersAt"],
      error: "only an open shop takes last orders",
    }),
    z.refine(({ limits }) => limits.lateAfterSeconds > limits.ageingAfterSeconds, {
      path: ["limits", "lateAfterSeconds"],
      error: "a ticket is late only after it has aged",
    }),
  )
  .register(z.globalRegistry, { id: "ShopSettings" });
export type ShopSettings = z.infer<typeof ShopSettings>;

/** What a manager sets of a shop, of more than that. */
export function settingsOf({ status, message, reopensAt, lastOrdersAt, limits }: ShopSettings): ShopSettings {
  return { status, message, reopensAt, lastOrdersAt, limits };
}

const calendarDay = { year: "numeric", month: "2-digit", day: "2-digit" } as const;

/** The calendar day of an instant where the shop is, as `2026-11-22`. */
export function shopDay(at: Date, timeZone: string): string {
  return dateFormat("en-CA", { ...calendarDay, timeZone }).format(at);
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
