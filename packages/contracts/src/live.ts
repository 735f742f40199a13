import * as z from "zod/mini";
import { Line } from "./line";
import { BoardOrder, Order, Ticket } from "./order";
import type { Role } from "./role";

/** The channels of the live feed. */
export const channels = {
  /** Tickets, for baristas. */
  queue: (eventId: string) => `/shop/${eventId}/queue`,
  /** Board orders and the taking of places, for the display and baristas. */
  board: (eventId: string) => `/shop/${eventId}/board`,
  /** The shop's version and its line, for everyone who is signed in. */
  status: (eventId: string) => `/shop/${eventId}/status`,
  /** One customer's own orders. */
  customer: (sub: string) => `/customer/${sub}`,
} as const;

/** Who may subscribe to a shop's channels, in that shop; a customer's own channel is theirs alone. */
export const shopChannelReaders = {
  queue: ["barista"],
  board: ["display", "barista"],
  status: ["customer"],
} as const satisfies Record<string, readonly Role[]>;

export const QueueMessage = z.strictObject({ type: z.literal("order"), order: Ticket });
export type QueueMessage = z.infer<typeof QueueMessage>;

/** An order that stands on the board, or one that does not and has taken or given back a place. */
export const BoardMessage = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("order"), order: BoardOrder }),
  z.strictObject({ type: z.literal("places") }),
]);
export type BoardMessage = z.infer<typeof BoardMessage>;

export const CustomerMessage = z.strictObject({ type: z.literal("order"), order: Order });
export type CustomerMessage = z.infer<typeof CustomerMessage>;

/** The shop has a new version, or its line has moved. */
export const StatusMessage = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("shop"), version: z.int() }),
  z.strictObject({ type: z.literal("line"), line: Line }),
]);
export type StatusMessage = z.infer<typeof StatusMessage>;
