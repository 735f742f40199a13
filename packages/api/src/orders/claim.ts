import type { Ports } from "../ports";
import type { OrderRow } from "./order-row";
import { type CommandRequest, conflict } from "./run-command";

/** What the row keeps of the barista who takes an order. */
export async function claimOf(ports: Ports, { caller }: CommandRequest) {
  return { baristaUserId: caller.sub, baristaName: await ports.staff.nameOf(caller.username) };
}

/** Throws `order_conflict` where the order is another barista's; a manager may act for everybody. */
export function refuseForeignClaim(row: OrderRow, { caller }: CommandRequest): void {
  const isMine = row.baristaUserId === null || row.baristaUserId === caller.sub;
  if (isMine || caller.roles.has("manager")) return;
  throw conflict(row, `${row.baristaName ?? "Another barista"} has this order.`);
}
