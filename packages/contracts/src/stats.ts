import * as z from "zod/mini";
import { OrderCause } from "./order-state";

const Count = z.int().check(z.minimum(0));

/** A calendar day of a shop, as `2026-11-22`. */
export const ShopDay = z.iso.date();
export type ShopDay = z.infer<typeof ShopDay>;

/**
 * How long drinks took from being submitted to standing ready, in whole seconds: half of them took no longer
 * than the p50, nine of ten no longer than the p90.
 */
export const Waits = z
  .strictObject({ count: z.int().check(z.positive()), p50Seconds: Count, p90Seconds: Count })
  .register(z.globalRegistry, { id: "Waits" });
export type Waits = z.infer<typeof Waits>;

/** What was submitted, and how long what of it became ready took; null where nothing did. */
const Demand = z.strictObject({ ordered: Count, wait: z.nullable(Waits) });

export const DrinkStats = z
  .extend(Demand, { drink: z.string() })
  .register(z.globalRegistry, { id: "DrinkStats" });
export type DrinkStats = z.infer<typeof DrinkStats>;

/** The orders submitted within one hour of the shop's day. */
export const HourStats = z
  .extend(Demand, { from: z.iso.datetime() })
  .register(z.globalRegistry, { id: "HourStats" });
export type HourStats = z.infer<typeof HourStats>;

/** Orders that ended without a drink, for one reason. */
export const Ending = z
  .strictObject({
    cause: OrderCause,
    /** Whether a drink had been chosen by then. */
    submitted: z.boolean(),
    /** What the barista said, where one cancelled it. */
    reason: z.nullable(z.string()),
    count: z.int().check(z.positive()),
  })
  .register(z.globalRegistry, { id: "Ending" });
export type Ending = z.infer<typeof Ending>;

/** `GET /stats`: one day of a shop, in figures. An order belongs to the day on which it was submitted. */
export const DayStats = z
  .strictObject({
    day: ShopDay,
    timeZone: z.string(),
    /** What the baristas have before them now; null for any other day than today. */
    open: z.nullable(Count),
    ...Demand.shape,
    /** The most ordered first. */
    drinks: z.array(DrinkStats),
    /** Every hour of the day, from midnight on; some days have 23 or 25. */
    hours: z.array(HourStats),
    /** The most frequent first. */
    endings: z.array(Ending),
    serverTime: z.iso.datetime(),
  })
  .register(z.globalRegistry, { id: "DayStats" });
export type DayStats = z.infer<typeof DayStats>;
