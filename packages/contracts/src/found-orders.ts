import * as z from "zod/mini";
import { OrderId, Ticket } from "./order";
import { ShopDay } from "./stats";

/** An order in a list of a day's orders. */
export const FoundOrder = z
  .extend(
    z.pick(Ticket, {
      id: true,
      number: true,
      state: true,
      drinkOrder: true,
      createdAt: true,
      submittedAt: true,
      completedAt: true,
      baristaName: true,
      cause: true,
    }),
    { closedAt: z.nullable(z.iso.datetime()) },
  )
  .register(z.globalRegistry, { id: "FoundOrder" });
export type FoundOrder = z.infer<typeof FoundOrder>;

/** `GET /orders?day=`: newest first; `cursor` leads on to older ones, null where there are none. */
export const FoundOrders = z
  .strictObject({
    day: ShopDay,
    orders: z.array(FoundOrder),
    cursor: z.nullable(z.string()),
    serverTime: z.iso.datetime(),
  })
  .register(z.globalRegistry, { id: "FoundOrders" });
export type FoundOrders = z.infer<typeof FoundOrders>;

/** `POST /orders`: the order of somebody without a phone, for which staff choose. */
export const BegunOrder = z
  .strictObject({ orderId: OrderId })
  .register(z.globalRegistry, { id: "BegunOrder" });
export type BegunOrder = z.infer<typeof BegunOrder>;
