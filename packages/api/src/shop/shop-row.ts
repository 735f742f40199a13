import { EventId } from "@serverlesspresso/contracts/event";
import { ShopLimits } from "@serverlesspresso/contracts/shop";
import * as z from "zod/mini";
import { orNull } from "../or-null";

/**
 * A shop as the table keeps it, without its key; times are milliseconds since 1970. `inFlight` holds the
 * places taken: order id to execution name.
 */
export const ShopRow = z.object({
  ...ShopLimits.shape,
  eventId: EventId,
  name: z.string(),
  training: z._default(z.boolean(), false),
  timeZone: z.string(),
  open: z.boolean(),
  /** What it is while not open. */
  reason: z._default(z.enum(["closed", "paused"]), "closed"),
  message: orNull(z.string()),
  reopensAt: orNull(z.number()),
  lastOrdersAt: orNull(z.number()),
  /** The name of the manager who set it last. */
  changedBy: orNull(z.string()),
  changedByUserId: orNull(z.string()),
  /** When it, or its menu, was changed last; null where that was before this was kept. */
  changedAt: orNull(z.number()),
  version: z.int(),
  /** The last version that the bus was told of; null for a shop that never changed. */
  announced: orNull(z.int()),
  inFlight: z.record(z.string(), z.string()),
});
export type ShopRow = z.infer<typeof ShopRow>;

/** What a manager decides of it. */
export type DecidedShop = Omit<
  ShopRow,
  "eventId" | "name" | "training" | "timeZone" | "version" | "announced" | "inFlight"
>;
