import { z } from "zod";
import { DrinkOrder } from "./menu";
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
export const EventId = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[A-Za-z0-9-]+$/)
  .default(defaultEventId);
export type EventId = z.infer<typeof EventId>;

/** What every event of an order says. */
const About = z.object({
  orderId: OrderId,
  userId: z.string().min(1).max(128),
  eventId: EventId,
});

/** `Validator.NewOrder`: may be put by hand with no more than `userId` and `orderId`. */
export const NewOrder = About;
export type NewOrder = z.infer<typeof NewOrder>;

/** The events by which the workflow hands over a token: WorkflowStarted, WaitingCompletion, WaitingCollection. */
export const WaitEvent = About.extend({
  TaskToken: z.string().min(1),
  /** The execution's name. */
  execution: z.string().min(1),
  /** Raised by the workflow with each wait of one execution. */
  wait: z.number().int().positive(),
  Message: z.string().optional(),
});
export type WaitEvent = z.infer<typeof WaitEvent>;

/** `OrderProcessor.ShopUnavailable` */
export const ShopUnavailable = About.extend({
  execution: z.string().min(1),
  cause: z.enum(["closed", "paused", "full"]),
  Message: z.string().optional(),
});
export type ShopUnavailable = z.infer<typeof ShopUnavailable>;

/** An event that tells of the row: one for each change that people can see, in the order of `version`. */
export const OrderChanged = About.extend({
  Message: z.string(),
  at: z.iso.datetime(),
  version: z.number().int().positive(),
  state: OrderState,
  orderNumber: z.number().int().positive().nullable(),
  drinkOrder: DrinkOrder.nullable(),
  createdAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().nullable(),
  completedAt: z.iso.datetime().nullable(),
  dueAt: z.iso.datetime().nullable(),
  baristaUserId: z.string().nullable(),
  baristaName: z.string().nullable(),
  cause: OrderCause.nullable(),
  extensionsLeft: z.number().int().min(0),
});
export type OrderChanged = z.infer<typeof OrderChanged>;

/** `ConfigService.ConfigChanged`: the shop or its menu has a new version. */
export const ConfigChanged = z.object({
  eventId: EventId,
  version: z.number().int().positive(),
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
