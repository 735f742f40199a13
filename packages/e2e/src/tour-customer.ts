import { type Customer, expect } from "./actors";
import { ApiUser } from "./api-user";
import { clearLine, serve } from "./clear-line";
import type { See } from "./see";
import { shopCode } from "./shop-code";
import { seeDoor, seeRefusals, seeSignIn } from "./tour-door";
import { seeAccount, seeBroken, seeEndings, seeKept } from "./tour-endings";
import { enterAgain, orderIdOn, seeChoice, seeFollowing, seeStale } from "./tour-order";

/** Every screen of the customer's app in every state before there is an order. */
export async function tourBefore(customer: Customer, see: See): Promise<void> {
  await seeDoor(customer, see);
  await seeSignIn(customer, see);
  await seeRefusals(customer, see);
}

/** Every screen of the customer's app in every state of an order, and what is kept of it. */
export async function tourOfOrder(customer: Customer, see: See): Promise<void> {
  const { page, stack } = customer;
  const ana = await clearLine(stack);
  const before = await lineUp(customer, ana);
  await customer.enter();
  await seeChoice(customer, see);
  await seeFollowing(customer, ana, see);
  await enterAgain(customer);
  await expect(page.getByText("As last time")).toBeVisible();
  await see("choose-usual");
  const second = orderIdOn(customer);
  await page.goto(stack.customerUrl);
  await expect(page.getByText("You have a place")).toBeVisible();
  await see("enter-under-way");
  await page.goto(`${stack.customerUrl}/order?id=${second}`);
  await seeEndings(customer, ana, see);
  await seeKept(customer, see);
  await enterAgain(customer);
  await customer.order("Latte");
  await seeStale(customer, ana, see);
  await seeBroken(customer, see);
  await seeAccount(customer, see);
  for (const order of before) await serve(ana, order);
}

/** Others who are before the customer, after some whose drinks told how long one takes. */
async function lineUp({ stack, email }: Customer, ana: ApiUser): Promise<string[]> {
  const orders: string[] = [];
  for (const drink of ["espresso", "cortado", "latte", "latte", "cappuccino", "flat-white"]) {
    const guest = await ApiUser.signIn(stack, `${orders.length}.${email}`);
    const order = await guest.enter(await shopCode(stack));
    await guest.must("PUT", `/orders/${order}`, { drink, modifiers: [] });
    orders.push(order);
  }
  for (const order of orders.splice(0, 3)) await serve(ana, order);
  return orders;
}
