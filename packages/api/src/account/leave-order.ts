import { randomUUID } from "node:crypto";
import { AppError } from "@serverlesspresso/contracts/error";
import { cancellableByOwner } from "@serverlesspresso/contracts/order-state";
import type { Caller } from "../caller";
import { cancelOrder } from "../orders/cancel-order";
import type { OrderRef, OrderRow } from "../orders/order-row";
import type { Ports } from "../ports";
import { anonymous, tellsOf } from "./anonymous";

const maxTries = 10;

/** Takes somebody off one order, which is cancelled first if its owner still may. Nothing is left to repeat. */
export async function leaveOrder(ports: Ports, caller: Caller, ref: OrderRef, alias: string): Promise<void> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const row = await ports.orders.read(ref);
    if (row === null || !tellsOf(row, caller.sub)) return;
    if (row.userId === caller.sub && cancellableByOwner.includes(row.state)) {
      await cancelOwn(ports, caller, row);
    } else if (await ports.orders.save(row, anonymous(row, caller.sub, alias), null)) {
      return;
    }
  }
  throw new Error(`Order ${ref.id} changed ${maxTries} times while its customer left it.`);
}

async function cancelOwn(ports: Ports, caller: Caller, { eventId, id }: OrderRow): Promise<void> {
  const owner: Caller = { ...caller, roles: new Set(["customer"]), everyOrder: false };
  const request = { ref: { eventId, id }, caller: owner, key: `delete-account-${randomUUID()}` };
  try {
    await cancelOrder(ports, request, undefined);
  } catch (error) {
    // A barista took it, or the clock ended it, since it was read: it is read again.
    if (!(error instanceof AppError && error.code === "order_conflict")) throw error;
  }
}
