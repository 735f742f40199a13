import { ErrorBody } from "@serverlesspresso/contracts/error";
import { EventId } from "@serverlesspresso/contracts/event";
import { OrderId } from "@serverlesspresso/contracts/order";
import { z } from "zod";

/** Every route is about one shop. */
export const ShopQuery = z.object({ eventId: EventId });

export const OrderPath = z.object({ id: OrderId });

/** The name of one intention: sent again with the same key, a command is done once. */
export const CommandHeaders = z.object({
  "idempotency-key": z.string().regex(/^[\x21-\x7e]{1,128}$/, "must be 1 to 128 visible ASCII characters"),
});

/** What a route answers when all went well; every other answer is an `ErrorBody`. */
export function answers<Schema extends z.ZodType>(schema: Schema, description: string) {
  const refusal = { description: "What is wrong", content: { "application/json": { schema: ErrorBody } } };
  const answer = { 200: { description, content: { "application/json": { schema } } } };
  // Refusals are documented, but not typed: the client throws them before it looks at an answer.
  return { ...answer, default: refusal } as typeof answer;
}

/** A body that has to be there. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { "application/json": { schema } } };
}
