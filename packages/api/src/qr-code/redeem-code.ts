import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@serverlesspresso/contracts/error";
import { isFinal } from "@serverlesspresso/contracts/order-state";
import { shopDay } from "@serverlesspresso/contracts/shop";
import type { Caller } from "../caller";
import { newOrder } from "../orders/new-order";
import { orderIdOf } from "../orders/order-id";
import type { OrderRow } from "../orders/order-row";
import type { Ports } from "../ports";
import { shopOf } from "../shop/shop-of";
import type { ShopRow } from "../shop/shop-row";
import { type CustomerRow, newCustomer, withAnswer, withOrder, withWrongCode } from "./customer-row";
import { refuseEntrance, refuseWhileLocked, shownCode, unknownCode } from "./refuse-entrance";
import { requestOrder } from "./request-order";

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
  const id = orderIdOf(request.eventId, request.caller.sub, request.key);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const orderId = await tryToRedeem(ports, request, shop, id);
    if (orderId !== null) return orderId;
    await wait(Math.random() * Math.min(longestPauseMs, 2 ** tries));
  }
  throw new Error(`Code or customer changed ${maxTries} times while an order was being requested.`);
}

/** Null if something changed meanwhile. */
async function tryToRedeem(
  ports: Ports,
  { eventId, caller, code }: RedeemRequest,
  shop: ShopRow,
  id: string,
): Promise<string | null> {
  const userId = caller.sub;
  const [known, read, drawn] = await Promise.all([
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
  const shown = shownCode(drawn, at);
  if (shown === null) {
    if (await save(withWrongCode(customer, at))) throw unknownCode();
    return null;
  }
  const inProgress = await orderInProgress(ports, eventId, customer);
  if (inProgress !== null) {
    // Without this a repeat that arrives after the order has ended would start another one.
    return (await save(withAnswer(customer, { wanted: id, got: inProgress.id }))) ? inProgress.id : null;
  }
  refuseEntrance(shop, caller, customer, shown, at);
  const order = newOrder({ id, userId, shop, at, code });
  const next = withOrder(customer, id, shopDay(new Date(at), shop.timeZone));
  const entrance = { order, code, drinksPerCode: shop.drinksPerCode, customer: { read, next } };
  return (await requestOrder(ports, entrance, at)) ? id : null;
}

async function orderInProgress(
  ports: Ports,
  eventId: string,
  { orderId }: CustomerRow,
): Promise<OrderRow | null> {
  const latest = orderId === null ? null : await ports.orders.read({ eventId, id: orderId });
  return latest === null || isFinal(latest.state) ? null : latest;
}
