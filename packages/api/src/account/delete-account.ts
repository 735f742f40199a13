import { randomUUID } from "node:crypto";
import type { AccountDeleted } from "@serverlesspresso/contracts/account";
import type { Caller } from "../caller";
import { log } from "../log";
import type { Ports } from "../ports";
import { forgetCustomer } from "./forget-customer";
import { leaveOrder } from "./leave-order";

/** Enough for a barista's weeks within one request, few enough for a table that is asked by others too. */
const ordersAtOnce = 20;

/**
 * Deletes the caller's account with all that tells of them in every shop. What they may still cancel is
 * cancelled; what is being made goes on under its number. Their orders stay, under an alias that leads
 * nowhere, since the shop's figures are made of them. Each step may be repeated and the account goes last, so
 * that somebody whose request died asks again. The bus's log keeps their id, without a name or an address,
 * until its retention is over.
 */
export async function deleteAccount(ports: Ports, caller: Caller): Promise<AccountDeleted> {
  const { sub } = caller;
  const alias = `deleted-${randomUUID()}`;
  for (const { eventId } of await ports.shops.list()) await forgetCustomer(ports, caller, eventId, alias);

  // The indexes lag by moments, and every order but the newest, which is done with, is older than that.
  const orders = await ports.orders.listOfPerson(sub);
  for (let first = 0; first < orders.length; first += ordersAtOnce) {
    const some = orders.slice(first, first + ordersAtOnce);
    await Promise.all(some.map((ref) => leaveOrder(ports, caller, ref, alias)));
  }

  const groups = (await ports.staff.groupsOf(sub)) ?? [];
  for (const group of groups) await ports.staff.leave(sub, group);
  await ports.revocations.revoke(sub, ports.clock.now());
  await ports.staff.deleteAccount(sub);
  log("info", "account deleted", { orders: orders.length });
  return { deleted: true };
}
