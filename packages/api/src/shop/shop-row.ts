import { EventId } from "@serverlesspresso/contracts/event";
import { Menu } from "@serverlesspresso/contracts/menu";
import { ShopLimits } from "@serverlesspresso/contracts/shop";
import { z } from "zod";

/** A shop as the table keeps it, without its key. `inFlight` holds the places taken: order id to execution name. */
export const ShopRow = z.object({
  ...ShopLimits.shape,
  eventId: EventId,
  name: z.string(),
  timeZone: z.string(),
  open: z.boolean(),
  /** What it is while not open. */
  reason: z.enum(["closed", "paused"]).default("closed"),
  message: z
    .string()
    .nullish()
    .transform((message) => message ?? null),
  reopensAt: z
    .number()
    .nullish()
    .transform((at) => at ?? null),
  version: z.number().int(),
  inFlight: z.record(z.string(), z.string()),
});
export type ShopRow = z.infer<typeof ShopRow>;

/** A menu as the table keeps it, without its key. */
export const MenuRow = z.object(Menu.shape);
