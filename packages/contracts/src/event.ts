import * as z from "zod/mini";
import { Drink, DrinkOrder } from "./menu";
import { defaultEventId } from "./names";
import { OrderId } from "./order";
import { OrderCause, OrderState } from "./order-state";

/** The detail-type of every event on the bus. */
export const eventType = {
  newOrder: "Validator.NewOrder",
  workflowStarted: "OrderProcessor.WorkflowStarted",
  waitingForBarista: "OrderProcessor.WaitingCompletion",
  waitingForCollection: "OrderProcessor.WaitingCollection",
  shopUnavailable: "OrderProcessor.ShopUnavailable",
  orderTimedOut: "OrderProcessor.OrderTimeOut",
  orderFinished: "OrderProcessor.orderFinished",
  orderAdmitted: "OrderManager.OrderAdmitted",
  orderSubmitted: "OrderManager.WaitingCompletion",
  orderMaking: "OrderManager.MakeOrder",
  orderUnmade: "OrderManager.OrderUnmade",
  orderCompleted: "OrderManager.OrderCompleted",
  orderRecalled: "OrderManager.OrderRecalled",
  orderCollected: "OrderManager.OrderCollected",
  orderCancelled: "OrderManager.OrderCancelled",
  configChanged: "ConfigService.ConfigChanged",
} as const;
export type EventType = (typeof eventType)[keyof typeof eventType];

/** The events that tell of an order's joining, moving in or leaving the baristas' queue. */
export const lineEvents = [
  eventType.orderSubmitted,
  eventType.orderMaking,
  eventType.orderUnmade,
  eventType.orderCompleted,
  eventType.orderRecalled,
  eventType.orderCancelled,
  eventType.orderTimedOut,
] as const satisfies readonly EventType[];

/** The shop of an event or a request; one that names none means the default shop. */
export const EventId = z._default(
  z.string().check(z.minLength(1), z.maxLength(40), z.regex(/^[A-Za-z0-9-]+$/)),
  defaultEventId,
);
export type EventId = z.infer<typeof EventId>;

/** What every event of an order says. */
const About = z.object({
  orderId: OrderId,
  userId: z.string().check(z.minLength(1), z.maxLength(128)),
  eventId: EventId,
});

/** `Validator.NewOrder`: may be put by hand with no more than `userId` and `orderId`. */
export const NewOrder = About;
export type NewOrder = z.infer<typeof NewOrder>;

/** The events by which the workflow hands over a token: WorkflowStarted, WaitingCompletion, WaitingCollection. */
export const WaitEvent = z.extend(About, {
  TaskToken: z.string().check(z.minLength(1)),
  /** The execution's name. */
  execution: z.string().check(z.minLength(1)),
  /** Raised by the workflow with each wait of one execution. */
  wait: z.int().check(z.positive()),
  Message: z.optional(z.string()),
});
export type WaitEvent = z.infer<typeof WaitEvent>;

/** `OrderProcessor.ShopUnavailable` */
export const ShopUnavailable = z.extend(About, {
  execution: z.string().check(z.minLength(1)),
  cause: z.enum(["closed", "paused", "full"]),
  Message: z.optional(z.string()),
});
export type ShopUnavailable = z.infer<typeof ShopUnavailable>;

/** An event that tells of the row: one for each change that people can see, in the order of `version`. */
export const OrderChanged = z.extend(About, {
  Message: z.string(),
  at: z.iso.datetime(),
  version: z.int().check(z.positive()),
  state: OrderState,
  orderNumber: z.nullable(z.int().check(z.positive())),
  drinkOrder: z.nullable(DrinkOrder),
  drink: z.optional(Drink),
  createdAt: z.iso.datetime(),
  submittedAt: z.nullable(z.iso.datetime()),
  completedAt: z.nullable(z.iso.datetime()),
  dueAt: z.nullable(z.iso.datetime()),
  baristaUserId: z.nullable(z.string()),
  baristaName: z.nullable(z.string()),
  cause: z.nullable(OrderCause),
  extensionsLeft: z.int().check(z.minimum(0)),
});
export type OrderChanged = z.infer<typeof OrderChanged>;

/** `ConfigService.ConfigChanged`: the shop or its menu has a new version. */
export const ConfigChanged = z.object({
  eventId: EventId,
  version: z.int().check(z.positive()),
  Message: z.string(),
  at: z.iso.datetime(),
});
export type ConfigChanged = z.infer<typeof ConfigChanged>;

/** EventBridge's envelope around a detail that is parsed by its type. */
export const EventEnvelope = z.object({
  id: z.string(),
  source: z.string(),
  "detail-type": z.string(),
  time: z.string(),
  detail: z.unknown(),
});
export type EventEnvelope = z.infer<typeof EventEnvelope>;
