import { z } from "zod";
import { DrinkOrder } from "./menu";
import { OrderCause, OrderState } from "./order-state";

export const OrderId = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);
export type OrderId = z.infer<typeof OrderId>;

/** An order as its owner sees it. Times are ISO 8601 in UTC. */
export const Order = z
  .strictObject({
    id: OrderId,
    eventId: z.string(),
    /** The number called out; there from SUBMITTED on. */
    number: z.number().int().positive().nullable(),
    state: OrderState,
    /** Rises by one with each change that people can see. */
    version: z.number().int().positive(),
    drinkOrder: DrinkOrder.nullable(),
    createdAt: z.iso.datetime(),
    submittedAt: z.iso.datetime().nullable(),
    completedAt: z.iso.datetime().nullable(),
    /** When the clock ends the present wait; null once the order has ended. */
    dueAt: z.iso.datetime().nullable(),
    baristaName: z.string().nullable(),
    cause: OrderCause.nullable(),
    extensionsLeft: z.number().int().min(0),
  })
  .meta({ id: "Order" });
export type Order = z.infer<typeof Order>;

/** An order as baristas see it: with who claimed it. */
export const Ticket = Order.extend({ baristaUserId: z.string().nullable() }).meta({ id: "Ticket" });
export type Ticket = z.infer<typeof Ticket>;

/** An order as the shop's screen sees it: nothing of its customer. */
export const BoardOrder = Order.pick({
  id: true,
  number: true,
  state: true,
  version: true,
  drinkOrder: true,
  submittedAt: true,
  completedAt: true,
}).meta({ id: "BoardOrder" });
export type BoardOrder = z.infer<typeof BoardOrder>;

/** One step of an order's way. */
export const JourneyStep = z
  .strictObject({
    version: z.number().int().positive(),
    state: OrderState,
    by: z.enum(["customer", "barista", "clock", "shop"]),
    at: z.iso.datetime(),
    message: z.string(),
  })
  .meta({ id: "JourneyStep" });
export type JourneyStep = z.infer<typeof JourneyStep>;

/** Answers that hold more than one thing carry the server's time, so that ages need no client clock. */
export const TicketList = z
  .strictObject({ orders: z.array(Ticket), serverTime: z.iso.datetime() })
  .meta({ id: "TicketList" });
export type TicketList = z.infer<typeof TicketList>;

export const BoardList = z
  .strictObject({ orders: z.array(BoardOrder), serverTime: z.iso.datetime() })
  .meta({ id: "BoardList" });
export type BoardList = z.infer<typeof BoardList>;

export const OrderList = z
  .strictObject({ orders: z.array(Order), serverTime: z.iso.datetime() })
  .meta({ id: "OrderList" });
export type OrderList = z.infer<typeof OrderList>;

export const Journey = z.strictObject({ id: OrderId, steps: z.array(JourneyStep) }).meta({ id: "Journey" });
export type Journey = z.infer<typeof Journey>;

/** `POST /orders/{id}/cancel`: a barista says why. */
export const CancelOrder = z
  .strictObject({ reason: z.string().trim().min(1).max(200).optional() })
  .meta({ id: "CancelOrder" });
export type CancelOrder = z.infer<typeof CancelOrder>;
