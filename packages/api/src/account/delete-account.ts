import { randomUUID } from "node:crypto";
import type { AccountDeleted } from "@serverlesspresso/contracts/account";
import type { Caller } from "../caller";
import { log } from "../log";
import type { OrderRef } from "../orders/order-row";
import type { Ports } from "../ports";
import type { Person } from "../staff/staff-directory";
import { forgetCustomer } from "./forget-customer";
import { forgetStaff } from "./forget-staff";
import { leaveOrder } from "./leave-order";

/** Enough for a barista's weeks within one request, few enough for a table that is asked by others too. */
const ordersAtOnce = 20;

/**
 * Deletes the caller's account with all that tells of them in every shop. What they may still cancel is
 * cancelled; what is being made goes on under its number. Their orders stay, under an alias that leads
 * nowhere, since the shop's figures are made of them. Each step may be repeated and the account goes last, so
 * that somebody whose request died asks again. The bus's log keeps their id, and the shown
 * name of a barista, without an address, until its retention is over.
 */
export async function deleteAccount(ports: Ports, caller: Caller): Promise<AccountDeleted> {
  const { sub } = caller;
  const alias = `deleted-${randomUUID()}`;
  const groups = (await ports.staff.groupsOf(sub)) ?? [];
  const member = await memberOf(ports, caller, groups);
  for (const eventId of await ports.shops.listIds()) {
    await forgetCustomer(ports, caller, eventId, alias);
    if (member !== null) await forgetStaff(ports, member, eventId, alias);
  }

  const orders = await ordersThatTellOf(ports, sub, member !== null);
  for (let first = 0; first < orders.length; first += ordersAtOnce) {
    const some = orders.slice(first, first + ordersAtOnce);
    await Promise.all(some.map((ref) => leaveOrder(ports, caller, ref, alias)));
  }

  for (const group of groups) await ports.staff.leave(sub, group);
  await ports.revocations.end(sub, ports.clock.now());
  await ports.staff.deleteAccount(sub);
  log("info", "account deleted", { orders: orders.length });
  return { deleted: true };
}

/** Somebody who is or was of the staff, of some shop; null for all others. Dead tokens tell of who has left. */
async function memberOf(
  { revocations, staff }: Ports,
  { sub, username, groups: claimed }: Caller,
  groups: readonly string[],
): Promise<Person | null> {
  const isMember = groups.length > 0 || claimed.length > 0;
  if (!isMember && (await revocations.revokedAt(sub)) === null) return null;
  return { id: sub, name: await staff.nameOf(username) };
}

/**
 * A customer's orders are found by indexes, which lag by moments: every order but the newest, which is done
 * with, is older than that. What somebody of the staff has had to do with is found by reading every order.
 */
async function ordersThatTellOf({ orders }: Ports, sub: string, isStaff: boolean): Promise<OrderRef[]> {
  const lists = [orders.listOfPerson(sub), ...(isStaff ? [orders.listOfStaff(sub)] : [])];
  const found = (await Promise.all(lists)).flat();
  return [...new Map(found.map((ref) => [`${ref.eventId}/${ref.id}`, ref])).values()];
}
