import { EventId } from "@serverlesspresso/contracts/event";
import { Menu } from "@serverlesspresso/contracts/menu";
import { ShopLimits } from "@serverlesspresso/contracts/shop";
import { z } from "zod";

const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? null);

/**
 * A shop as the table keeps it, without its key; times are milliseconds since 1970. `inFlight` holds the
 * places taken: order id to execution name.
 */
export const ShopRow = z.object({
  ...ShopLimits.shape,
  eventId: EventId,
  name: z.string(),
  timeZone: z.string(),
  open: z.boolean(),
  /** What it is while not open. */
  reason: z.enum(["closed", "paused"]).default("closed"),
  message: orNull(z.string()),
  reopensAt: orNull(z.number()),
  lastOrdersAt: orNull(z.number()),
  version: z.number().int(),
  /** The last version that the bus was told of; null for a shop that never changed. */
  announced: orNull(z.number().int()),
  inFlight: z.record(z.string(), z.string()),
});
export type ShopRow = z.infer<typeof ShopRow>;

/** What a manager decides of it. */
export type DecidedShop = Omit<
  ShopRow,
  "eventId" | "name" | "timeZone" | "version" | "announced" | "inFlight"
>;

/** A menu as the table keeps it, without its key. */
export const MenuRow = z.object(Menu.shape);
