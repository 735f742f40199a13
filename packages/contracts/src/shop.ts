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
    /** When it opens again by itself. */
    reopensAt: z.iso.datetime().nullable(),
    limits: ShopLimits,
    placesLeft: z.number().int(),
    wait: WaitEstimate.nullable(),
    menu: Menu,
    version: z.number().int(),
    serverTime: z.iso.datetime(),
  })
  .meta({ id: "Shop" });
export type Shop = z.infer<typeof Shop>;

/** The calendar day of an instant where the shop is, as `2026-11-22`. */
export function shopDay(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(at);
}
