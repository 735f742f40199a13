import * as z from "zod/mini";
import { Drink, DrinkOrder, type Menu } from "./menu";
import { OrderCause, OrderState } from "./order-state";

export const OrderId = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[A-Za-z0-9_-]+$/));
export type OrderId = z.infer<typeof OrderId>;

/** An order as its owner sees it. Times are ISO 8601 in UTC. */
export const Order = z
  .strictObject({
    id: OrderId,
    eventId: z.string(),
    /** The number called out; there from SUBMITTED on. */
    number: z.nullable(z.int().check(z.positive())),
    state: OrderState,
    /** Rises by one with each change that people can see. */
    version: z.int().check(z.positive()),
    drinkOrder: z.nullable(DrinkOrder),
    /** The drink as it was on the menu when it was chosen; not there before, nor on the shop's screen. */
    drink: z.optional(Drink),
    createdAt: z.iso.datetime(),
    submittedAt: z.nullable(z.iso.datetime()),
    completedAt: z.nullable(z.iso.datetime()),
    /** When the clock ends the present wait; null once the order has ended. */
    dueAt: z.nullable(z.iso.datetime()),
    baristaName: z.nullable(z.string()),
    cause: z.nullable(OrderCause),
    extensionsLeft: z.int().check(z.minimum(0)),
  })
  .register(z.globalRegistry, { id: "Order" });
export type Order = z.infer<typeof Order>;

/** What an order is of: as it was chosen, else as the menu has it now; undefined if that does not know it. */
export function drinkOf(order: Pick<Order, "drinkOrder" | "drink">, menu?: Pick<Menu, "drinks">) {
  return order.drink ?? menu?.drinks.find(({ id }) => id === order.drinkOrder?.drink);
}

/** An order as baristas see it: with who claimed it. */
export const Ticket = z
  .extend(Order, { baristaUserId: z.nullable(z.string()) })
  .register(z.globalRegistry, { id: "Ticket" });
export type Ticket = z.infer<typeof Ticket>;

/** An order as the shop's screen sees it: nothing of its customer. */
export const BoardOrder = z
  .pick(Order, {
    id: true,
    number: true,
    state: true,
    version: true,
    drinkOrder: true,
    submittedAt: true,
    completedAt: true,
  })
  .register(z.globalRegistry, { id: "BoardOrder" });
export type BoardOrder = z.infer<typeof BoardOrder>;

/** One step of an order's way. */
export const JourneyStep = z
  .strictObject({
    version: z.int().check(z.positive()),
    state: OrderState,
    by: z.enum(["customer", "barista", "clock", "shop"]),
    /** The shown name of the barista who did it. Told to the staff alone. */
    name: z.optional(z.string()),
    at: z.iso.datetime(),
    message: z.string(),
  })
  .register(z.globalRegistry, { id: "JourneyStep" });
export type JourneyStep = z.infer<typeof JourneyStep>;

/** Answers that hold more than one thing carry the server's time, so that ages need no client clock. */
export const TicketList = z
  .strictObject({ orders: z.array(Ticket), serverTime: z.iso.datetime() })
  .register(z.globalRegistry, { id: "TicketList" });
export type TicketList = z.infer<typeof TicketList>;

export const BoardList = z
  .strictObject({ orders: z.array(BoardOrder), serverTime: z.iso.datetime() })
  .register(z.globalRegistry, { id: "BoardList" });
export type BoardList = z.infer<typeof BoardList>;

export const OrderList = z
  .strictObject({ orders: z.array(Order), serverTime: z.iso.datetime() })
  .register(z.globalRegistry, { id: "OrderList" });
export type OrderList = z.infer<typeof OrderList>;

export const Journey = z
  .strictObject({ id: OrderId, steps: z.array(JourneyStep) })
  .register(z.globalRegistry, { id: "Journey" });
export type Journey = z.infer<typeof Journey>;

/** `POST /orders/{id}/cancel`: a barista says why. */
export const CancelOrder = z
  .strictObject({ reason: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))) })
  .register(z.globalRegistry, { id: "CancelOrder" });
export type CancelOrder = z.infer<typeof CancelOrder>;
