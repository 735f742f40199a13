import { randomUUID } from "node:crypto";
import { TicketList } from "@serverlesspresso/contracts/order";
import { ApiUser } from "./api-user";
import { carryOut } from "./carry-out";
import { shops } from "./seeds";
import type { Stack } from "./stack";

/** An order that waits in the queue of the bar's own shop. */
export interface Hung {
  id: string;
  number: number;
  customer: ApiUser;
}

const espresso = { drink: "espresso", modifiers: [] as string[] };

/** Orders of so many new customers, oldest first. */
export async function hangTickets(stack: Stack, count: number, basket = espresso): Promise<Hung[]> {
  const hung: Hung[] = [];
  for (let index = 0; index < count; index += 1) {
    const customer = await ApiUser.signIn(stack, `guest.${randomUUID()}@example.com`, shops.bar);
    const id = await customer.enter();
    const { body, status } = await customer.call("PUT", `/orders/${id}`, basket);
    if (status !== 200) throw new Error(`not ordered: ${JSON.stringify(body)}`);
    hung.push({ id, number: (await customer.order(id)).number ?? 0, customer });
  }
  return hung;
}

/** One ticket; what `hangTickets` answers of one. */
export async function hangTicket(stack: Stack, basket?: typeof espresso): Promise<Hung> {
  const [hung] = await hangTickets(stack, 1, basket);
  if (!hung) throw new Error("no ticket was hung");
  return hung;
}

/** Somebody of the staff without a screen, behind the bar's own shop. */
export function behindBar(stack: Stack, email: string): Promise<ApiUser> {
  return ApiUser.signIn(stack, email, shops.bar);
}

/** Makes and hands out whatever earlier tests left behind, as a manager does. */
export async function clearBar(stack: Stack): Promise<void> {
  const manager = await behindBar(stack, "manager@example.com");
  for (const state of ["open", "completed"]) {
    const { body } = await manager.call("GET", `/orders?state=${state}`);
    for (const { id } of TicketList.parse(body).orders) {
      if (state === "open") await carryOut(manager, `/orders/${id}/complete`);
      await carryOut(manager, `/orders/${id}/collect`);
    }
  }
}
