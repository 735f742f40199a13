import { EventId, type EventType, OrderChanged } from "@serverlesspresso/contracts/event";
import { Drink, DrinkOrder } from "@serverlesspresso/contracts/menu";
import { JourneyStep, OrderId } from "@serverlesspresso/contracts/order";
import { OrderCause, OrderState } from "@serverlesspresso/contracts/order-state";
import * as z from "zod/mini";

const Milliseconds = z.int();

/** Whom the workflow waits for; in the order in which it comes to them. */
export const WaitingFor = z.enum(["customer", "barista", "collection"]);
export type WaitingFor = z.infer<typeof WaitingFor>;

const Seconds = z.int().check(z.positive());

/** How long each wait may take. */
export const PatienceSeconds = z.object({ customer: Seconds, barista: Seconds, collection: Seconds });
export type PatienceSeconds = z.infer<typeof PatienceSeconds>;

/** The workflow's latest wait that the row knows of, and the token that ends it. */
export const Waiting = z.object({
  execution: z.string(),
  wait: z.int().check(z.positive()),
  waitingFor: WaitingFor,
  taskToken: z.string(),
});
export type Waiting = z.infer<typeof Waiting>;

export const Outcome = z.enum(["success", "Cancelled", "Recalled"]);
export type Outcome = z.infer<typeof Outcome>;

/** What a change of the row still owes to the world: an event, a token, both. It may be done twice. */
export const FollowUp = z.object({
  at: Milliseconds,
  event: z.optional(
    z.object({
      type: z.pipe(
        z.string(),
        z.transform((type) => type as EventType), // our own writing, from `eventType`
      ),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
  token: z.optional(z.object({ taskToken: z.string(), outcome: Outcome })),
  /** What the order gives back to its code and its customer. */
  places: z.optional(z.object({ userId: z.string(), code: z.string() })),
  /** Which try wrote it, so that the one whose answer was lost knows its own. */
  mark: z.optional(z.string()),
});
export type FollowUp = z.infer<typeof FollowUp>;

/** A step as the row keeps it: of a barista's also whose it is, which nobody is told. */
const HistoryStep = z.extend(JourneyStep, { at: Milliseconds, userId: z.optional(z.string()) });
export type HistoryStep = z.infer<typeof HistoryStep>;

const KnownKey = z.object({ key: z.string(), command: z.string(), userId: z.string() });
export type KnownKey = z.infer<typeof KnownKey>;

/** An order as the table keeps it; times are milliseconds since 1970. */
export const OrderRow = z.object({
  id: OrderId,
  eventId: EventId,
  userId: z.string(),
  /** The code on the screen that it was made with; null where the event that began it was put by hand. */
  code: z.nullable(z.string()),
  state: OrderState,
  version: z.int().check(z.positive()),
  drinkOrder: z.nullable(DrinkOrder),
  /** The drink as the menu had it when it was chosen. */
  drink: z._default(z.nullable(Drink), null),
  orderNumber: z.nullable(z.int().check(z.positive())),
  /** The shop's calendar day: of the number; before that, on which it began. */
  day: z.nullable(z.string()),
  createdAt: Milliseconds,
  submittedAt: z.nullable(Milliseconds),
  /** Kept when the order is recalled: it tells that the workflow may already wait for collection. */
  completedAt: z.nullable(Milliseconds),
  closedAt: z.nullable(Milliseconds),
  due: z.nullable(Milliseconds),
  /** As the shop had it when the order was made; null where that was before it was kept. */
  patienceSeconds: z.nullable(PatienceSeconds),
  baristaUserId: z.nullable(z.string()),
  baristaName: z.nullable(z.string()),
  cause: z.nullable(OrderCause),
  /** What the barista said who cancelled it. */
  reason: z.nullable(z.string()),
  extensionsLeft: z.int().check(z.minimum(0)),
  waiting: z.nullable(Waiting),
  history: z.array(HistoryStep),
  keys: z.array(KnownKey),
  pending: z.record(z.string(), FollowUp),
});
export type OrderRow = z.infer<typeof OrderRow>;

/** The members of staff whom a row names, each once: who has the order, took a step of it or sent a command. */
export function staffOf({ userId, baristaUserId, history, keys }: OrderRow): string[] {
  const senders = keys.map((known) => known.userId).filter((sender) => sender !== userId);
  const takers = history.flatMap((step) => step.userId ?? []);
  return [...new Set([...(baristaUserId === null ? [] : [baristaUserId]), ...takers, ...senders])];
}

/** Where a row stands in the table. */
export interface OrderRef {
  eventId: string;
  id: string;
}

export function refOf({ eventId, id }: OrderRef): OrderRef {
  return { eventId, id };
}

/** Whom an order that has not ended waits for. */
export function waitOf(state: OrderState): WaitingFor | null {
  switch (state) {
    case "REQUESTED":
    case "CREATED":
      return "customer";
    case "SUBMITTED":
    case "MAKING":
      return "barista";
    case "COMPLETED":
      return "collection";
    case "COLLECTED":
    case "CANCELLED":
    case "EXPIRED":
      return null;
  }
}

/** How far an order or a wait has come: comparable, from 0. */
export function placeOf(wait: WaitingFor): number {
  return WaitingFor.options.indexOf(wait);
}

const iso = (at: number) => new Date(at).toISOString();
const isoOrNull = (at: number | null) => (at === null ? null : iso(at));

/** What everybody who may read the order reads of the row. */
export function visibleOf(row: OrderRow) {
  return {
    eventId: row.eventId,
    state: row.state,
    version: row.version,
    drinkOrder: row.drinkOrder,
    ...(row.drink !== null && { drink: row.drink }),
    createdAt: iso(row.createdAt),
    submittedAt: isoOrNull(row.submittedAt),
    completedAt: isoOrNull(row.completedAt),
    dueAt: isoOrNull(row.due),
    baristaName: row.baristaName,
    cause: row.cause,
    extensionsLeft: row.extensionsLeft,
  };
}

/** The detail of the event that tells of the row's latest change. */
export function changedDetail(row: OrderRow, message: string, at: number): OrderChanged {
  return OrderChanged.parse({
    ...visibleOf(row),
    orderId: row.id,
    userId: row.userId,
    orderNumber: row.orderNumber,
    baristaUserId: row.baristaUserId,
    Message: message,
    at: iso(at),
  });
}
