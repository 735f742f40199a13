import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@serverlesspresso/contracts/error";
import { eventType, type NewOrder } from "@serverlesspresso/contracts/event";
import { isFinal } from "@serverlesspresso/contracts/order-state";
import { nextShopDay, shopDay } from "@serverlesspresso/contracts/shop";
import type { Caller } from "../caller";
import { log } from "../log";
import { tryFollowUp } from "../orders/follow-up";
import { newOrder } from "../orders/new-order";
import type { FollowUp, OrderRow } from "../orders/order-row";
import { followUpId } from "../orders/order-store";
import type { Ports } from "../ports";
import { shopOf } from "../shop/shop-of";
import type { ShopRow } from "../shop/shop-row";
import { standingOf } from "./code-window";
import {
  type CustomerRow,
  drinksOn,
  lockedUntil,
  newCustomer,
  withAnswer,
  withOrder,
  withWrongCode,
} from "./customer-row";
import type { CodeRow } from "./validator-store";

/** A whole shop may scan one code at once: those who lose a race for its row come again, a little apart. */
const maxTries = 30;
const longestPauseMs = 100;

export interface RedeemRequest {
  eventId: string;
  caller: Caller;
  key: string;
  code: string;
}

/**
 * Starts an order and resolves to its id: the same one for the same key, and the one in progress where the
 * customer has one. Throws `code_unknown`, `code_expired`, `code_exhausted`, `daily_limit_reached` and, after
 * ten unknown codes, `rate_limited`.
 */
export async function redeemCode(ports: Ports, request: RedeemRequest): Promise<string> {
  const shop = await shopOf(ports.shops, request.eventId);
  const id = orderIdOf(request);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const orderId = await tryToRedeem(ports, request, shop, id);
    if (orderId !== null) return orderId;
    await wait(Math.random() * Math.min(longestPauseMs, 2 ** tries));
  }
  throw new Error(`Code or customer changed ${maxTries} times while an order was being requested.`);
}

/** The key names the order, so that a repeat finds it without anything having been kept for that. */
function orderIdOf({ eventId, caller, key }: RedeemRequest): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([eventId, caller.sub, key]))
    .digest("hex");
  return [8, 12, 16, 20, 32].map((to, n, all) => digest.slice(all[n - 1] ?? 0, to)).join("-");
}

/** Null if something changed meanwhile. */
async function tryToRedeem(
  ports: Ports,
  { eventId, caller, code }: RedeemRequest,
  shop: ShopRow,
  id: string,
): Promise<string | null> {
  const userId = caller.sub;
  const [known, read, codeRow] = await Promise.all([
    ports.orders.read({ eventId, id }),
    ports.validator.readCustomer(eventId, userId),
    ports.validator.readCode(eventId, code),
  ]);
  const customer = read ?? newCustomer;
  if (known?.userId === userId) return id;
  const answered = customer.answered.find(({ wanted }) => wanted === id);
  if (answered !== undefined) return answered.got;
  if (customer.isForgotten) throw new AppError("unauthenticated", "This account is deleted.");

  const at = ports.clock.now();
  const save = (next: CustomerRow) => ports.validator.saveCustomer(eventId, userId, read, next, at);
  refuseWhileLocked(customer, at);
  const standing = codeRow === null ? "early" : standingOf(codeRow, at);
  if (codeRow === null || standing === "early") {
    if (!(await save(withWrongCode(customer, at)))) return null;
    throw codeError("code_unknown", "This is not the code on the screen. Please scan it again.");
  }

  const latest = await latestOrder(ports, eventId, customer);
  if (latest !== null && !isFinal(latest.state)) {
    // Without this a repeat that arrives after the order has ended would start another one.
    return (await save(withAnswer(customer, { wanted: id, got: latest.id }))) ? latest.id : null;
  }
  if (standing === "expired") {
    throw codeError("code_expired", "This code has left the screen. Please scan the new one.");
  }
  const day = refuseBeyondLimits(shop, caller, customer, codeRow, at);
  const order = newOrder({ id, userId, shop, at, code });
  const next = withOrder(customer, id, day);
  return (await request(ports, order, { read, next }, shop.drinksPerCode, at)) ? id : null;
}

async function latestOrder(
  ports: Ports,
  eventId: string,
  { orderId }: CustomerRow,
): Promise<OrderRow | null> {
  return orderId === null ? null : ports.orders.read({ eventId, id: orderId });
}

function refuseWhileLocked(customer: CustomerRow, at: number): void {
  const until = lockedUntil(customer, at);
  if (until === null) return;
  throw new AppError("rate_limited", "Too many codes that were none. Please wait a while.", {
    retryAt: new Date(until).toISOString(),
  });
}

/** Resolves to the shop's day, of which the order will be one. */
function refuseBeyondLimits(
  shop: ShopRow,
  { roles }: Caller,
  customer: CustomerRow,
  { until, orders }: CodeRow,
  at: number,
): string {
  const day = shopDay(new Date(at), shop.timeZone);
  if (!roles.has("barista") && drinksOn(customer, day) >= shop.maxOrdersPerUser) {
    throw new AppError("daily_limit_reached", "You have had what one guest may order in a day.", {
      retryAt: nextShopDay(new Date(at), shop.timeZone).toISOString(),
    });
  }
  if (orders.size >= shop.drinksPerCode) {
    throw codeError("code_exhausted", "All places on this code are taken. Please scan the next one.", {
      retryAt: new Date(until).toISOString(),
    });
  }
  return day;
}

function codeError(
  code: "code_unknown" | "code_expired" | "code_exhausted",
  message: string,
  details: { retryAt?: string } = {},
): AppError {
  return new AppError(code, message, { field: "code", ...details });
}

/** False if the order, its code or its customer changed meanwhile. */
async function request(
  ports: Ports,
  requested: OrderRow,
  customer: { read: CustomerRow | null; next: CustomerRow },
  drinksPerCode: number,
  at: number,
): Promise<boolean> {
  const { id, eventId, code } = requested;
  if (code === null) throw new Error(`Order ${id} was requested without a code.`);
  const followUp = announcement(requested, at);
  const order = { ...requested, pending: { [followUpId(requested)]: followUp } };
  if (!(await ports.validator.enter({ order, code, customer, drinksPerCode }, at))) return false;
  log("info", "order requested", { orderId: id, eventId });
  await tryFollowUp(ports, { eventId, id }, followUpId(order), followUp);
  return true;
}

function announcement({ id, userId, eventId }: OrderRow, at: number): FollowUp {
  const detail: NewOrder & { Message: string; at: string } = {
    orderId: id,
    userId,
    eventId,
    Message: "A customer asks for a place.",
    at: new Date(at).toISOString(),
  };
  return { at, event: { type: eventType.newOrder, detail } };
}
