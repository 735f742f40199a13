import { EventId } from "@serverlesspresso/contracts/event";
import { OrderId } from "@serverlesspresso/contracts/order";
import * as z from "zod/mini";

/** Every route is about one shop. */
export const ShopQuery = z.object({ eventId: EventId });

export const OrderPath = z.object({ id: OrderId });

/** The name of one intention: sent again with the same key, a command is done once. */
export const CommandHeaders = z.object({
  "idempotency-key": z
    .string()
    .check(z.regex(/^[\x21-\x7e]{1,128}$/, "must be 1 to 128 visible ASCII characters")),
});

/** A body that has to be there. */
export function jsonBody<Schema extends z.ZodMiniObject>(schema: Schema) {
  return { schema, required: true };
}
